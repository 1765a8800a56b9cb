import type { Capability, MatrixCell, Variant } from "@/lib/data/types";

export interface CellAddress {
  readonly capability: Pick<Capability, "id" | "label">;
  readonly variant: Pick<Variant, "id" | "label">;
  readonly cell: MatrixCell;
}

/** The title and text that a suggested correction starts from: what the cell says now, and what we need to change it. */
export function draftCorrection(
  { capability, variant, cell }: CellAddress,
  release: string,
): Draft {
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
  return fillTracker(tracker, draftCorrection(address, release));
}

interface Draft {
  readonly title: string;
  readonly body: string;
}

function fillTracker(tracker: string, { title, body }: Draft): string {
  if (tracker.includes("{title}") || tracker.includes("{body}"))
    return tracker
      .replaceAll("{title}", encodeURIComponent(title))
      .replaceAll("{body}", encodeURIComponent(body));
  const url = new URL(tracker);
  url.searchParams.set("title", title);
  url.searchParams.set("body", body);
  return url.href;
}

/** The text that a rule for the import starts from. It asks for a product, and holds nothing a reader has pasted. */
export function draftRecognition(release: string): Draft {
  return {
    title: "The import does not recognise …",
    body: [
      "Files: data/recognise/*.json",
      `Release: ${release}`,
      "",
      "Which product, and where its documentation is:",
      "",
      "What a cluster with it prints, of the product alone (path of an image, label, resource definition, version of a node):",
      "",
      "What it says about an answer, if anything:",
    ].join("\n"),
  };
}

/** Where a rule for the import is proposed: the tracker, or the site’s own page with the text to send. */
export function recognitionIssueHref(release: string, tracker: string): string {
  if (!tracker) return "/corrections?about=import";
  return fillTracker(tracker, draftRecognition(release));
}
