import "server-only";
import type { DocumentContent } from "@/app/document/create-document";
import { SitePage } from "@/components/site/site-page";
import { LinkButton } from "@/components/ui/button";
import { encodeAnswers } from "@/lib/answers/code";
import type { LinkProblem } from "@/lib/result/link-problem";
import { resultHref } from "@/lib/result/links";
import { matrix } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";

const wrong: Readonly<Record<LinkProblem, { readonly what: string; readonly mend: string }>> = {
  foreign: {
    what: "What stands after /r/ is not one of our codes: a code is 5 to 120 letters and digits and nothing else.",
    mend: "If the link came in a mail or a chat, a full stop, a bracket or a line break may have stuck to it. Take that off and try again.",
  },
  damaged: {
    what: "The code is damaged: its last four characters do not match the rest, so a character was lost or changed on the way.",
    mend: "Copy the link again from where it came, whole. Nothing can be read from a damaged code, since a wrong answer would look like a right one.",
  },
  newer: {
    what: "The code was made by a later version of this site than the one you are reading.",
    mend: "Open the link where it was made, or ask whoever runs this copy to bring it up to date.",
  },
};

/** What a link answers whose code cannot be opened. */
export function badLink(problem: LinkProblem): DocumentContent {
  const { what, mend } = wrong[problem];
  return {
    head: {
      title: "This link cannot be opened",
      description: what,
      canonical: "/",
      index: false,
    },
    status: 400,
    body: (
      <SitePage release={matrix.release}>
        <div className="site-message">
          <h1>This link cannot be opened</h1>
          <p>{what}</p>
          <p>{mend}</p>
          <p className="site-message-actions">
            <LinkButton href="/">Start again</LinkButton>
          </p>
          <h2 className="bad-link-examples">Or look at an example</h2>
          <ul className="bad-link-list">
            {matrix.presets.map(({ id, label, summary, answers }) => (
              <li key={id}>
                <a href={resultHref(encodeAnswers(matrix.slots, answers, currentRelease))}>
                  {label}
                </a>
                <span>{summary}</span>
              </li>
            ))}
          </ul>
        </div>
      </SitePage>
    ),
  };
}
