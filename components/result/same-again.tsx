import { Day } from "@/components/ui/day";
import { Facts } from "@/components/ui/facts";
import type { ResultView } from "@/lib/result/result";
import { inDigits } from "@/lib/text/words";

/** What is needed to get the same result again, as in the corner of a drawing. */
export function SameAgain({ result, permalink }: { result: ResultView; permalink: string }) {
  const { code, release, certainty } = result;
  return (
    <aside className="same-again" aria-labelledby="same-again">
      <h2 id="same-again">To get this result again</h2>
      <Facts
        facts={[
          { label: "Code", value: code },
          { label: "Data release", value: release.id, sub: <Day iso={release.asOf} /> },
          { label: "Samples", value: inDigits(certainty.samples) },
          { label: "Seed", value: String(certainty.seed) },
        ]}
      />
      <p className="print-only">{permalink}</p>
    </aside>
  );
}
