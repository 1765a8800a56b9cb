import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { KitView } from "@/lib/kit/kit-view";

/** The names the files use. A plain form: the answer is this page again, with the names in the address. */
export function NameForm({ kit, action }: { kit: KitView; action: string }) {
  const given = kit.fields.some(({ typed }) => typed !== "");
  return (
    <Disclosure
      summary="Use your own names, hosts and networks"
      open={kit.hasProblems || given}
      id="names"
    >
      <form className="kit-names" method="get" action={action} aria-label="Names in the files">
        {kit.parameter === undefined ? null : (
          <input type="hidden" name="variant" value={kit.parameter} />
        )}
        {kit.fields.map(({ key, label, help, example, typed, problem }) => (
          <div key={key} className="kit-name" data-wrong={problem ? true : undefined}>
            <label htmlFor={`kit-${key}`}>{label}</label>
            <input
              id={`kit-${key}`}
              name={key}
              type="text"
              defaultValue={typed}
              placeholder={example}
              maxLength={500}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              aria-invalid={problem ? true : undefined}
              aria-describedby={`kit-${key}-help${problem ? ` kit-${key}-problem` : ""}`}
            />
            <span id={`kit-${key}-help`}>{help}</span>
            {problem === undefined ? null : <b id={`kit-${key}-problem`}>{problem}</b>}
          </div>
        ))}
        <p className="kit-names-end">
          <Button type="submit">Write the files with these names</Button>
          <span>
            An empty field takes its example. Nothing is stored: the names are in the address.
          </span>
        </p>
      </form>
    </Disclosure>
  );
}
