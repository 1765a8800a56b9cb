import { Because } from "@/components/plan/because";
import { Proof } from "@/components/plan/proof";
import type { MigrationView } from "@/lib/plan/migration";

/** What leaving today’s state takes. */
export function MigrationNotes({ migration }: { migration: MigrationView }) {
  if (migration.notes.length === 0)
    return (
      <p>
        <a href={migration.today.href}>Say what handles calls today</a>, and this part tells how to
        leave it.
      </p>
    );
  return (
    <ul className="plan-rows">
      {migration.notes.map((note) => (
        <li key={note.id} data-warning={note.warning || undefined}>
          <h3>{note.title}</h3>
          <div>
            <p>{note.text}</p>
            {note.steps.length > 0 ? (
              <ol className="plan-numbered">
                {note.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            ) : null}
            <Because answers={note.because} />
            <Proof proof={note.proof} />
          </div>
        </li>
      ))}
    </ul>
  );
}
