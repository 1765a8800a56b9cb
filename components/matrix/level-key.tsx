import { SupportLevel } from "@/components/ui/support-level";
import type { Levels } from "@/lib/data/types";

const order = ["full", "partial", "addon", "diy", "none", "unknown", "moot"] as const;

/** What each level means, in one list. */
export function LevelList({ levels }: { levels: Levels }) {
  return (
    <dl className="level-list">
      {order.map((level) => (
        <div key={level}>
          <dt>
            <SupportLevel level={level} />
          </dt>
          <dd>{levels.support[level].because}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A button that opens the key wherever the reader is; native, so it works without JavaScript. */
export function LevelKey({ levels }: { levels: Levels }) {
  return (
    <>
      <button className="key-button" type="button" popoverTarget="level-key">
        Key
      </button>
      <div className="popover-box level-key" id="level-key" popover="auto">
        <h2>What the words mean</h2>
        <LevelList levels={levels} />
        <p>
          <b>alpha, beta</b>: what the project itself says. No word means stable.{" "}
          <b>low confidence</b>: one indirect source. <b>extra part</b>: needs a shared proxy that
          is not there otherwise, whose cost is then counted. <b>scopes</b>: another level holds on
          some estates; the row’s page says where. A version is the first that does it.
        </p>
        <button type="button" popoverTarget="level-key" popoverTargetAction="hide">
          Close
        </button>
      </div>
    </>
  );
}
