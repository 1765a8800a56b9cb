import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type SupportLevelId = "full" | "partial" | "addon" | "diy" | "none" | "unknown" | "moot";
export type MaturityId = "stable" | "beta" | "alpha";

const levels: Record<SupportLevelId, { word: string; meaning?: string }> = {
  full: { word: "full" },
  partial: { word: "partial" },
  addon: { word: "add-on", meaning: "one more part to run" },
  diy: { word: "DIY", meaning: "you build it" },
  none: { word: "none" },
  unknown: { word: "unknown", meaning: "could be any of them" },
  moot: { word: "n/a", meaning: "does not apply: there is nothing of the kind to run" },
};

interface SupportLevelProps {
  level: SupportLevelId;
  /** Said only where it is not stable. */
  maturity?: MaturityId | undefined;
  /** What the level means for a must-have: it fails it, or meets it only in part. */
  must?: "failed" | "warned" | undefined;
}

/** Symbol and word, always both; needs the SymbolSprite on the page. */
export function SupportLevel({ level, maturity, must }: SupportLevelProps) {
  return (
    <span className="support-level" data-must={must}>
      <svg width="14" height="14" aria-hidden="true">
        <use href={must === "failed" ? "#icon-cross" : `#support-${level}`} />
      </svg>
      <span>
        {levels[level].word}
        {maturity && maturity !== "stable" ? <small>, {maturity}</small> : null}
        {must ? (
          <VisuallyHidden>
            {must === "failed" ? ", fails a must-have" : ", meets a must-have only in part"}
          </VisuallyHidden>
        ) : null}
      </span>
    </span>
  );
}

/** What the symbols mean, for the head of a grid. */
export function SupportKey({ levels: shown, must = false }: SupportKeyProps) {
  return (
    <ul className="support-key" aria-label="Levels of support">
      {shown.map((level) => (
        <li key={level}>
          <SupportLevel level={level} />
          {levels[level].meaning ? <span>: {levels[level].meaning}</span> : null}
        </li>
      ))}
      {must ? (
        <>
          <li>
            <span className="support-level" data-must="failed">
              <svg width="14" height="14" aria-hidden="true">
                <use href="#icon-cross" />
              </svg>
              <span>fails a must-have</span>
            </span>
          </li>
          <li>
            <span className="support-level" data-must="warned">
              <span>meets it only in part</span>
            </span>
          </li>
        </>
      ) : null}
    </ul>
  );
}

interface SupportKeyProps {
  /** The levels that occur, in the order given. */
  levels: readonly SupportLevelId[];
  /** Whether the grid marks failed must-haves. */
  must?: boolean;
}
