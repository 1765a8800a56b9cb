import { LayerPicture } from "@/components/plan/layer-picture";
import { StepRefs } from "@/components/plan/step-refs";
import { SupportLevel } from "@/components/ui/support-level";
import { coverageInWords, type LayerView } from "@/lib/plan/layers";
import type { LayersView } from "@/lib/plan/plan";

function Parts({ layer }: { layer: LayerView }) {
  return (
    <ul className="layer-parts">
      {layer.parts.map((part) => (
        <li key={part.id}>
          <SupportLevel level={part.support} maturity={part.maturity} />
          <span>{part.label}</span>
        </li>
      ))}
    </ul>
  );
}

interface LayersAtOnceProps {
  layers: LayersView;
  /** Where a layer is told in full; its id is appended. */
  detail: string;
}

/** The layers in one look: a picture over a table, on phones the way from top to bottom. */
export function LayersAtOnce({ layers: { layers, description }, detail }: LayersAtOnceProps) {
  return (
    <>
      <table className="layer-table">
        <caption className="sr-only">
          What each layer of defence asks, and how far the choice covers it
        </caption>
        <colgroup>
          <col />
          {layers.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">One request</th>
            {layers.map(({ id, short }) => (
              <th key={id} scope="col">
                <a href={`${detail}#layer-${id}`}>{short}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="layer-table-picture">
            <td colSpan={layers.length + 1}>
              <LayerPicture layers={layers} description={description} />
            </td>
          </tr>
          <tr>
            <th scope="row">Asks</th>
            {layers.map(({ id, asks }) => (
              <td key={id}>{asks}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">Covered</th>
            {layers.map(({ id, coverage }) => (
              <td key={id}>
                <b>{coverageInWords(coverage)}</b>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">By what</th>
            {layers.map((layer) => (
              <td key={layer.id}>
                <Parts layer={layer} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Left for you</th>
            {layers.map(({ id, duties }) => (
              <td key={id}>
                <StepRefs steps={duties} page={detail} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <ol className="layer-way-list">
        <li>
          <i data-coverage="end" />
          <b>Caller</b>
        </li>
        {layers.map((layer) => (
          <li key={layer.id}>
            <i data-coverage={layer.coverage} />
            <div>
              <b>
                <a href={`${detail}#layer-${layer.id}`}>{layer.short}</a>:{" "}
                {coverageInWords(layer.coverage)}
              </b>
              <p>
                {layer.asks} It stops {layer.attack.toLowerCase()}.
              </p>
              <Parts layer={layer} />
              <p>
                <b>Left for you:</b> <StepRefs steps={layer.duties} page={detail} />
              </p>
            </div>
          </li>
        ))}
        <li>
          <i data-coverage="end" />
          <b>Your service</b>
        </li>
      </ol>
    </>
  );
}
