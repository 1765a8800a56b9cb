import type { EmbedView } from "./embed-view";

/** The data behind a card, in a few words: “data 2026.11.1, edition of Example Bank”. */
export function dataOf({ release, edition }: Pick<EmbedView, "release" | "edition">): string {
  return `data ${release.id}${edition ? `, edition of ${edition}` : ""}`;
}

/** Who provides a card: the site, and whose edition it is. */
export function providerOf({ edition }: Pick<EmbedView, "edition">): string {
  return `Choose a service mesh${edition ? `, edition of ${edition}` : ""}`;
}
