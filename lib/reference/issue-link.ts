import type { Capability, MatrixCell, Variant } from "@/lib/matrix/types";

export interface CellAddress {
  readonly capability: Pick<Capability, "id" | "label">;
  readonly variant: Pick<Variant, "id" | "label">;
  readonly cell: MatrixCell;
}

/** The title and text that a suggested correction starts from: what the cell says now, and what we need to change it. */
export function draftCorrection(
  { capability, variant, cell }: CellAddress,
  release: string,
): { readonly title: string; readonly body: string } {
  const now = [cell.support, cell.maturity, `confidence ${cell.confidence}`].filter(Boolean);
  return {
    title: `Correction: ${capability.label}, ${variant.label}`,
    body: [
      `File: data/capabilities/${capability.id}.json, cells.${variant.id}`,
      `Release: ${release}`,
      `It says: ${now.join(", ")}. ${cell.note}${cell.limits ? ` Limits: ${cell.limits}` : ""}`,
      "",
      "It should say:",
      "",
      "Source (address, title, version of the product it speaks for):",
      "",
      "I work for, or am paid by, the maker of one of the products: yes / no",
    ].join("\n"),
  };
}

/**
 * Where a correction is suggested. The tracker's address may hold {title} and {body}; without them they are appended as
 * GitHub, Forgejo and Gitea read them. Without a tracker the site's own page shows the text to send.
 */
export function correctionHref(address: CellAddress, release: string, tracker: string): string {
  if (!tracker) return `/corrections?cell=${address.capability.id}.${address.variant.id}`;
  const { title, body } = draftCorrection(address, release);
  if (tracker.includes("{title}") || tracker.includes("{body}"))
    return tracker
      .replaceAll("{title}", encodeURIComponent(title))
      .replaceAll("{body}", encodeURIComponent(body));
  const url = new URL(tracker);
  url.searchParams.set("title", title);
  url.searchParams.set("body", body);
  return url.href;
}
