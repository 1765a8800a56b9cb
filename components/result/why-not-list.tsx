import { OptionName } from "@/components/ui/mark";
import { nothingTried, type WhyNotView } from "@/lib/result/why-not";

/** Every option but the first; each has an address of its own. */
export function WhyNotList({ whyNot }: { whyNot: WhyNotView }) {
  return (
    <ul className="why-not">
      {whyNot.rows.map(({ id, variant, loses, wouldTake, living }) => (
        <li key={id} id={id}>
          <h3>
            <OptionName option={variant.option}>Why not {variant.label}?</OptionName>
          </h3>
          <dl>
            <dt>What it loses</dt>
            <dd>{loses}</dd>
            <dt>What would have to be true</dt>
            <dd>{wouldTake ? <a href={wouldTake.href}>{wouldTake.text}</a> : nothingTried}</dd>
            <dt>Choosing it anyway</dt>
            <dd>{living}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
