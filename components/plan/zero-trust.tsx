import { CellLink } from "@/components/plan/proof";
import { StepRefs } from "@/components/plan/step-refs";
import { DataTable } from "@/components/ui/data-table";
import type { TenetLevel, TenetView, ZeroTrustView } from "@/lib/plan/zero-trust";

const levelWords: Readonly<Record<TenetLevel, string>> = {
  met: "Met",
  partly: "Partly",
  not: "Not",
};
const coverage = { met: "full", partly: "partial", not: "none" } as const;

function Reason({ tenet }: { tenet: TenetView }) {
  const cells = [...tenet.full, ...tenet.partial, ...tenet.missing];
  return (
    <>
      {cells.length > 0 ? (
        <p className="plan-proof">
          {cells.map((cell) => (
            <CellLink key={cell.capability} cell={cell} />
          ))}
        </p>
      ) : null}
      {tenet.beyond ? <p>{tenet.beyond}</p> : null}
    </>
  );
}

/** Tenet by tenet: how far, by which findings, and the steps that make it true. */
export function ZeroTrust({ zeroTrust }: { zeroTrust: ZeroTrustView }) {
  return zeroTrust.frameworks.map((framework) => (
    <div key={framework.id} className="zero-trust">
      <DataTable
        stack
        caption={
          <>
            <a href={framework.source.url} rel="noopener">
              {framework.label}
            </a>
            . {framework.summary}.
          </>
        }
      >
        <thead>
          <tr>
            <th scope="col">What it asks</th>
            <th scope="col">Met</th>
            <th scope="col">Because</th>
            <th scope="col">Your steps towards it</th>
          </tr>
        </thead>
        <tbody>
          {framework.items.map((tenet) => (
            <tr key={tenet.id}>
              <th scope="row">
                {tenet.number}. {tenet.label}
                <span className="sub">{tenet.asks}</span>
              </th>
              <td>
                <span className="tenet-level">
                  <i data-coverage={coverage[tenet.level]} />
                  <b>{levelWords[tenet.level]}</b>
                </span>
              </td>
              <td>
                <Reason tenet={tenet} />
              </td>
              <td data-label="Your steps:">
                <StepRefs steps={tenet.steps} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  ));
}
