import { createDocument } from "@/app/document/create-document";
import { OptionPage } from "@/components/options/option-page";
import { PairPage } from "@/components/options/pair-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { describePath } from "@/lib/reference/json-ld";
import { pairSlug, pairsOf } from "@/lib/reference/pairs";
import { smallLabel } from "@/lib/result/names";
import { matrix, reference, table } from "@/lib/site/data";

const pairs = pairsOf(matrix.options);

/** One option by its id, or two by the address of their pair. */
function find(slug: string) {
  const option = matrix.options.find(({ id }) => id === slug);
  if (option) return { option, pair: undefined, name: option.label };
  const pair = pairs.find(([a, b]) => pairSlug(a, b) === slug);
  return pair && { option, pair, name: `${pair[0].label} or ${smallLabel(pair[1])}` };
}

/** An option told in full, or what differs between two. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/options/[slug]">
>(async ({ origin }, { params }) => {
  const { slug } = await params;
  const found = find(slug);
  if (!found) return undefined;
  const { option, pair, name } = found;
  const path = `/options/${slug}`;
  const trail = [
    { name: "Options", path: "/options" },
    { name, path },
  ];
  return {
    head: {
      title: option ? `${name} as a service mesh choice` : name,
      description: option
        ? `${option.summary} Strengths, weaknesses, support, licence and who chose it.`
        : `${name}: what differs between them, capability by capability, with sources, and what each costs to own.`,
      canonical: path,
    },
    body: (
      <SitePage current="/matrix" release={matrix.release}>
        <JsonLd data={describePath(trail, new URL(origin))} />
        {option ? (
          <OptionPage matrix={matrix} table={table} reference={reference} option={option} />
        ) : (
          <PairPage matrix={matrix} table={table} a={pair[0]} b={pair[1]} />
        )}
      </SitePage>
    ),
  };
});
