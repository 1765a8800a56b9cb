import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Studio } from "@/components/share/studio";
import { SitePage } from "@/components/site/site-page";
import { readEmbedOptions } from "@/lib/embed/parameters";
import { wordedHref } from "@/lib/result/links";
import { readView } from "@/lib/service/embed-view";
import { publicOrigin } from "@/lib/site/origin";

export const metadata: Metadata = { title: "Share or embed a result", robots: { index: false } };

/** Every form of a result with its preview, and what to paste where. proxy.ts lets only codes through that can be opened. */
export default async function SharePage({ params, searchParams }: PageProps<"/share/[code]">) {
  const { code } = await params;
  const read = readView(code);
  if (!read.ok) notFound();
  const { view } = read;
  const options = readEmbedOptions(toQuery(await searchParams));
  const { heading } = view.verdict;
  return (
    <SitePage release={view.release}>
      <header className="share-head edge">
        <p>
          <a href={wordedHref(code, options)}>Back to the result</a>
        </p>
        <h1>Share or embed this result</h1>
        <p>
          {heading}, on data release {view.release.id}. Every form below reopens exactly this
          result: the answers are in its address, and nothing is stored.
        </p>
      </header>
      <Studio view={view} origin={publicOrigin(await headers())} initial={options} />
    </SitePage>
  );
}

function toQuery(parameters: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? ""]).map((each) => [name, each]),
    ),
  );
}
