import { evidenceOf } from "@/lib/data/findings";
import type { Capability, Matrix, Term } from "@/lib/data/types";
import { optionList } from "@/lib/result/names";

type JsonLd = Readonly<Record<string, unknown>>;

const licence = "https://creativecommons.org/licenses/by/4.0/";

/** The matrix as a schema.org Dataset with its downloads. */
export function describeDataset(
  {
    release,
    capabilities,
    variants,
    options,
  }: Pick<Matrix, "release" | "capabilities" | "variants" | "options">,
  site: URL,
): JsonLd {
  const url = new URL("/matrix", site).href;
  const download = (path: string, encodingFormat: string) => ({
    "@type": "DataDownload",
    encodingFormat,
    contentUrl: new URL(path, site).href,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: "Service mesh capability matrix",
    description: `What ${optionList(options, "and")} offer: ${capabilities.length} capabilities in ${variants.length} variants, each with level, limits, versions and sources.`,
    url,
    version: release.id,
    dateModified: release.asOf,
    license: licence,
    isAccessibleForFree: true,
    keywords: ["service mesh", ...options.map(({ label }) => label), "comparison"],
    variableMeasured: capabilities.map(({ label }) => label),
    distribution: [
      download("/matrix.csv", "text/csv"),
      download("/matrix.json", "application/json"),
    ],
  };
}

/** Where a page stands: a schema.org BreadcrumbList of the given steps, the last being the page itself. */
export function describePath(
  steps: readonly { readonly name: string; readonly path: string }[],
  site: URL,
): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: new URL(path, site).href,
    })),
  };
}

/** One row as a web page about its capability, with its sources as citations. */
export function describeCapability(capability: Capability, site: URL): JsonLd {
  const evidence = Object.values(capability.cells).flatMap(evidenceOf);
  const newest = evidence
    .map(({ checked }) => checked)
    .sort()
    .at(-1);
  return {
    "@context": "https://schema.org",
    "@type": "WebPage",
    name: capability.label,
    description: capability.definition,
    url: new URL(`/matrix/${capability.id}`, site).href,
    dateModified: newest,
    license: licence,
    isPartOf: { "@type": "Dataset", url: new URL("/matrix", site).href },
    citation: [...new Set(evidence.map(({ url }) => url))],
  };
}

/** The glossary as a schema.org DefinedTermSet. */
export function describeTerms(terms: readonly Term[], site: URL): JsonLd {
  const url = new URL("/glossary", site).href;
  return {
    "@context": "https://schema.org",
    "@type": "DefinedTermSet",
    name: "Service mesh terms",
    url,
    hasDefinedTerm: terms.map(({ id, term, also, definition }) => ({
      "@type": "DefinedTerm",
      name: term,
      ...(also.length > 0 ? { alternateName: also } : {}),
      description: definition,
      url: `${url}#${id}`,
    })),
  };
}
