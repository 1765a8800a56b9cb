import type { Metadata } from "next";
import { headers } from "next/headers";
import { NotUnderstood } from "@/components/result/not-understood";
import { ResultHero } from "@/components/result/result-hero";
import { SameAgain } from "@/components/result/same-again";
import { SinceThen } from "@/components/result/since-then";
import { SitePage } from "@/components/site/site-page";
import { Still } from "@/components/ui/still";
import { Toc } from "@/components/ui/toc";
import { shareHref, wordedHref } from "@/lib/embed/addresses";
import { table } from "@/lib/matrix/load";
import { changeHref, resultHref } from "@/lib/result/links";
import { unpackNotUnderstood } from "@/lib/result/not-understood";
import { summarise } from "@/lib/result/summary";
import { readNote, readTitle } from "@/lib/result/title";
import { viewVerdict } from "@/lib/result/verdict";
import { originOf } from "../origin";
import { readEdition, readGround, readResult, readSinceThen } from "./ground";
import { describePreview } from "./preview";
import { readStillParts } from "./still-parts";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/r/[code]">): Promise<Metadata> {
  const { code } = await params;
  const summary = summarise(viewVerdict(readGround(code)));
  const words = readWords(await searchParams);
  const { oembed, ...preview } = describePreview(
    originOf(await headers()),
    code,
    words,
    summary,
    readEdition(code),
  );
  return {
    ...summary,
    ...preview,
    robots: { index: false },
    alternates: { canonical: resultHref(code), types: oembed },
  };
}

export default async function ResultPage({ params, searchParams }: PageProps<"/r/[code]">) {
  const { code } = await params;
  const query = await searchParams;
  const ground = readGround(code);
  const result = readResult(code);
  const words = readWords(query);
  const ignored = typeof query.ignored === "string" ? query.ignored : "";
  const problems = unpackNotUnderstood(table.questions, ignored);
  const permalink = `${originOf(await headers())}${wordedHref(code, words)}`;
  const [first] = ground.matrix.questions;
  const since = readSinceThen(ground);
  const { contents, sections, evidence } = await readStillParts(code);
  return (
    <SitePage release={result.release}>
      <ResultHero
        result={result}
        {...words}
        permalink={permalink}
        shareHref={shareHref(code, words)}
        changeHref={first ? changeHref(first.section, first.id, code) : "/questions"}
      />
      <Toc entries={contents} />
      <div className="result-body edge">
        {since ? <SinceThen since={since} /> : null}
        {problems.length > 0 ? <NotUnderstood problems={problems} /> : null}
        <Still markup={sections} />
        <SameAgain result={result} permalink={permalink} />
        <Still markup={evidence} />
      </div>
    </SitePage>
  );
}

/** The title and the note that ride along in the address. */
function readWords(query: Readonly<Record<string, string | string[] | undefined>>) {
  const title = readTitle(query.title);
  const note = readNote(query.note);
  return { ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { note }) };
}
