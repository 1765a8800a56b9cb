import type { ReactNode } from "react";

/**
 * A part that stays as it was sent. A tree would be sent twice, as markup and for React to go through again in the
 * browser; of a long page that is most of the work on both sides, for nothing that could change.
 */
export function Still({ markup }: { markup: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote and escaped it, in writeStill.
  return <div dangerouslySetInnerHTML={{ __html: markup }} />;
}

/** The markup of components that run on the server alone. Throws if one of them is for the browser. */
export async function writeStill(content: ReactNode): Promise<string> {
  // Next.js refuses this import at the head of a file.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(content);
}
