import { OptionName } from "@/components/ui/mark";
import { permalinkHref } from "@/lib/export/links";
import { nothingTried, type WhyNotView } from "@/lib/result/why-not";

interface WhyNotListProps {
  whyNot: WhyNotView;
  code: string;
  /** The option the address asks about. */
  asked?: string | undefined;
}

/** Every option but the first, the one that was asked about ahead; each has an address of its own. */
export function WhyNotList({ whyNot, code, asked }: WhyNotListProps) {
  const rows = [...whyNot.rows].sort(
    (a, b) => Number(b.variant.option.id === asked) - Number(a.variant.option.id === asked),
  );
  return (
    <ul className="why-not">
      {rows.map(({ id, variant, loses, wouldTake, living }) => (
        <li key={id} id={id}>
          <h3>
            <OptionName option={variant.option}>Why not {variant.label}?</OptionName>{" "}
            <a
              className="why-not-link screen-only"
              href={permalinkHref(code, { whyNot: variant.option.id })}
            >
              Link<span className="sr-only"> to why not {variant.label}</span>
            </a>
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
