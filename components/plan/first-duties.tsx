import type { FirstGroup } from "@/lib/plan/first";

/** The duties of all layers in the order in which to do them, each with what does it. */
export function FirstDuties({ groups }: { groups: readonly FirstGroup[] }) {
  return (
    <ol className="first-duties">
      {groups.map(({ id, title, why, duties }) => (
        <li key={id}>
          <h3>{title}</h3>
          <p>{why}</p>
          <ul>
            {duties.map((duty) => (
              <li key={duty.id}>
                <a href={`#duty-${duty.id}`}>{duty.text}</a>
                {duty.way ? (
                  <span>
                    {duty.layer}. <a href={duty.way.href}>{duty.way.label}</a>
                  </span>
                ) : (
                  <span>{duty.layer}</span>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
