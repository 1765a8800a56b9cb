import { Because } from "@/components/plan/because";
import { DoneBox } from "@/components/plan/done-box";
import { Proof } from "@/components/plan/proof";
import type { FirstGroup, RankedDuty } from "@/lib/plan/first";

interface FirstDutiesProps {
  groups: readonly FirstGroup[];
  /** What is ticked off. */
  done: readonly string[];
  form: string;
}

/** The duties of all layers in the order in which to do them, each with what does it and what it rests on. */
export function FirstDuties({ groups, done, form }: FirstDutiesProps) {
  return (
    <ol className="first-duties">
      {groups.map(({ id, title, why, duties }, index) => (
        <li key={id}>
          <h3>
            {index + 1}. {title}
          </h3>
          <p>{why}</p>
          <ul>
            {duties.map((duty) => (
              <Duty key={duty.id} duty={duty} done={done.includes(duty.id)} form={form} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Duty({ duty, done, form }: { duty: RankedDuty; done: boolean; form: string }) {
  const { id, number, text, because, proof, layer, file } = duty;
  return (
    <li id={`duty-${id}`}>
      <DoneBox id={id} labelledBy={`duty-${id}-text`} form={form} done={done} />
      <div>
        <span className="plan-quiet">{number}</span>{" "}
        <label htmlFor={`done-${id}`} id={`duty-${id}-text`}>
          {text}
        </label>
        <Because answers={because} />
      </div>
      <div>
        <p className="plan-proof">
          <a href={`#layer-${layer.id}`}>{layer.short}</a>
          {file ? <a href={file.href}>In the kit: {file.path}</a> : null}
        </p>
        <Proof proof={proof} />
      </div>
    </li>
  );
}
