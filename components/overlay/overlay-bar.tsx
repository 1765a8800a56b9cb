import { Day } from "@/components/ui/day";
import type { OverlayNotice } from "@/lib/overlay/describe";

/** Says on every page whose edition this is and how it differs from the published data. */
export function OverlayBar({ notice }: { notice: OverlayNotice }) {
  const { name, logo, policy, asOf, what } = notice;
  return (
    <aside className="overlay-bar" aria-label={`Edition of ${name}`}>
      {logo ? (
        // biome-ignore lint/performance/noImgElement: a data: address has nothing to optimise.
        <img src={logo} alt="" height="24" />
      ) : null}
      <p>
        <b>Edition of {name}</b>, not the published data: {what}. Reasons:{" "}
        <a href={policy.url} rel="noopener">
          {policy.title}
        </a>
        , <Day iso={asOf} />.
      </p>
    </aside>
  );
}
