import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OptionPage } from "@/components/options/option-page";
import { PairPage } from "@/components/options/pair-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { matrix, reference, table } from "@/lib/matrix/load";
import { describePath } from "@/lib/reference/json-ld";
import { pairSlug, pairsOf } from "@/lib/reference/pairs";
import { smallLabel } from "@/lib/result/names";
import { siteUrl } from "../../site-url";

export const dynamicParams = false;

const pairs = pairsOf(matrix.options);

export function generateStaticParams() {
  return [...matrix.options.map(({ id }) => id), ...pairs.map(([a, b]) => pairSlug(a, b))].map(
    (slug) => ({ slug }),
  );
}

/** One option by its id, or two by the address of their pair. */
function find(slug: string) {
  const option = matrix.options.find(({ id }) => id === slug);
  if (option) return { option, pair: undefined, name: option.label };
  const pair = pairs.find(([a, b]) => pairSlug(a, b) === slug) ?? notFound();
  return { option: undefined, pair, name: `${pair[0].label} or ${smallLabel(pair[1])}` };
}

export async function generateMetadata(props: PageProps<"/options/[slug]">): Promise<Metadata> {
  const { slug } = await props.params;
  const { option, name } = find(slug);
  return {
    title: option ? `${name} as a service mesh choice` : name,
    description: option
      ? `${option.summary} Strengths, weaknesses, support, licence and who chose it.`
      : `${name}: what differs between them, capability by capability, with sources, and what each costs to own.`,
    alternates: { canonical: `/options/${slug}` },
  };
}

export default async function Page(props: PageProps<"/options/[slug]">) {
  const { slug } = await props.params;
  const { option, pair, name } = find(slug);
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <JsonLd
        data={describePath(
          [
            { name: "Options", path: "/options" },
            { name, path: `/options/${slug}` },
          ],
          siteUrl,
        )}
      />
      {option ? (
        <OptionPage matrix={matrix} table={table} reference={reference} option={option} />
      ) : (
        <PairPage matrix={matrix} table={table} a={pair[0]} b={pair[1]} />
      )}
    </SitePage>
  );
}
