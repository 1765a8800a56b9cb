"use client";

import { useEffect, useMemo, useState } from "react";
import { useHydrated } from "@/components/costs/use-hydrated";
import { FactReport } from "@/components/import/fact-report";
import { newBox, type PasteBox, PasteBoxes } from "@/components/import/paste-boxes";
import { ProposalList } from "@/components/import/proposal-list";
import { StillOpen } from "@/components/import/still-open";
import { Unknown } from "@/components/import/unknown";
import { useRecognition } from "@/components/import/use-recognition";
import { WarningList } from "@/components/import/warning-list";
import { encodeAnswers } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";
import type { Recognition } from "@/lib/data/recognition-types";
import type { Answers, Condition, Importance } from "@/lib/engine/types";
import { addressTo, reviewPath } from "@/lib/questionnaire/pages";
import { applyProposals } from "@/lib/recognise/propose";
import { numbered } from "@/lib/text/words";

/** A question as the import names it. */
export interface ImportQuestion {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly kind: "choice" | "needs" | "flags" | "importance";
  readonly parts: readonly { readonly id: string; readonly label: string }[];
  /** When it is asked at all. */
  readonly askedIf?: Condition | undefined;
}

interface ImportToolProps {
  recognition: Recognition;
  questions: readonly ImportQuestion[];
  slots: readonly Slot[];
  release: number;
  /** The draft that the address names, and what it is called. */
  answers: Answers;
  title: string | undefined;
  issueHref: string;
}

/** Typing is read after a pause, a short one: what is pasted comes all at once. */
const pause = 120;

/** Pastes on one side, what they say on the other; ticked answers go into the draft’s address. */
export function ImportTool(props: ImportToolProps) {
  const { recognition, questions, slots, release, answers: before, title, issueHref } = props;
  const isAlive = useHydrated();
  const { reading, read, stop } = useRecognition(recognition);
  const [boxes, setBoxes] = useState<readonly PasteBox[]>([newBox(1)]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [importances, setImportances] = useState<Readonly<Record<string, Importance>>>({});
  const { result } = reading;

  useEffect(() => {
    const timer = setTimeout(() => {
      const filled = boxes.filter(
        ({ source }) => typeof source !== "string" || source.trim() !== "",
      );
      read(filled.map(({ cluster, source }) => ({ cluster: cluster.trim(), source })));
    }, pause);
    return () => clearTimeout(timer);
  }, [boxes, read]);

  const chosen = useMemo(
    () => (result?.proposals ?? []).filter(({ key }) => ticked.has(key)),
    [result, ticked],
  );
  const code = useMemo(() => {
    if (chosen.length === 0) return undefined;
    const proposals = chosen.map(({ lines: _, ...proposal }) => ({ ...proposal, spots: [] }));
    return encodeAnswers(slots, applyProposals(before, proposals, importances), release);
  }, [chosen, before, importances, slots, release]);

  // Without scripts nothing can be read here; the page’s list of what to look up does without.
  if (!isAlive) return null;
  return (
    <div className="import-page">
      <div className="import-in">
        <h2>Paste or drop</h2>
        <PasteBoxes boxes={boxes} onChange={setBoxes} />
        <p className="import-status" role="status">
          {reading.hasFailed
            ? "The text could not be read: take a part of it away, or load the page again."
            : reading.progress !== undefined
              ? `Reading: ${Math.floor(reading.progress * 100)} per cent`
              : reading.isStopped
                ? "Stopped. It is read again when the text changes."
                : result
                  ? statusText(result)
                  : "Nothing pasted yet. What you paste stays in this browser."}
        </p>
        {reading.progress === undefined ? null : (
          <p className="import-progress">
            <progress max={1} value={reading.progress} aria-label="Reading" />
            <button type="button" className="button" data-variant="secondary" onClick={stop}>
              Stop
            </button>
          </p>
        )}
      </div>
      <div className="import-out on-field" id="found">
        {result && result.clusters.length > 0 ? (
          <>
            <WarningList warnings={result.warnings} />
            <ProposalList
              proposals={result.proposals}
              questions={questions}
              before={before}
              severalClusters={result.clusters.length > 1}
              ticked={ticked}
              importances={importances}
              onTick={setTicked}
              onImportance={(key, importance) =>
                setImportances((known) => ({ ...known, [key]: importance }))
              }
              href={code && addressTo(reviewPath, { code, title })}
            />
            <StillOpen
              questions={questions}
              proposals={result.proposals}
              rules={recognition.proposals}
              before={before}
            />
            <FactReport result={result} />
            <Unknown result={result} issueHref={issueHref} />
          </>
        ) : (
          <div className="import-empty">
            <h2>What it says</h2>
            <p>
              {result
                ? "Nothing in this text is the output of a command we know. Paste what one of the commands above prints."
                : "Proposed answers appear here, each with the lines it came from and how sure the reading is. Tick the ones to use."}
            </p>
            {result ? <Unknown result={result} issueHref={issueHref} /> : null}
          </div>
        )}
      </div>
    </div>
  );
}

function statusText({
  clusters,
  proposals,
}: NonNullable<ReturnType<typeof useRecognition>["reading"]["result"]>) {
  if (clusters.length === 0) return "Nothing was recognised.";
  const read = [...new Set(clusters.flatMap((cluster) => cluster.read))];
  const count = proposals.length;
  return `Read: ${read.join(", ")}${clusters.length > 1 ? `, of ${clusters.length} clusters` : ""}. ${numbered(count, "answer")} proposed.`;
}
