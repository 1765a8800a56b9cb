import { Lines } from "@/components/import/lines";
import { Disclosure } from "@/components/ui/disclosure";
import type { Recognised } from "@/lib/recognise/recognise";
import { numbered } from "@/lib/text/words";

const places: Readonly<Record<string, string>> = {
  image: "Images",
  chart: "Charts",
  crd: "Resource definitions",
  class: "Classes",
};

/** What was read and not understood. Most of it is the reader’s own, and need not be. */
export function Unknown({ result, issueHref }: { result: Recognised; issueHref: string }) {
  const { names, nameCount, lines, lineCount, kinds } = result.unknown;
  if (nameCount === 0 && lineCount === 0 && kinds.length === 0) return null;
  return (
    <section className="import-unknown" aria-labelledby="import-unknown">
      <h2 id="import-unknown">Not recognised</h2>
      <p>
        {[
          nameCount > 0 ? `${numbered(nameCount, "name")} that no rule knows` : "",
          lineCount > 0 ? `${numbered(lineCount, "line")} that no reader knows` : "",
          kinds.length > 0 ? `objects that say nothing here: ${kinds.join(", ")}` : "",
        ]
          .filter(Boolean)
          .join("; ")}
        . Your own images belong there. If a product is missing,{" "}
        <a href={issueHref}>propose a rule for it</a>: the link holds nothing of yours.
      </p>
      <Disclosure summary="Show them">
        {Object.entries(places).map(([at, label]) => {
          const own = names.filter((name) => name.at === at);
          return own.length === 0 ? null : (
            <p key={at} className="import-names">
              <b>{label}:</b> {own.map(({ text }) => text).join(", ")}
            </p>
          );
        })}
        {nameCount > names.length ? (
          <p className="note">
            The first {names.length} of {nameCount} are shown.
          </p>
        ) : null}
        <Lines lines={lines} />
        {lineCount > lines.length ? (
          <p className="note">
            The first {lines.length} of {lineCount} lines are shown.
          </p>
        ) : null}
      </Disclosure>
    </section>
  );
}
