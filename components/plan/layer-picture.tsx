import type { LayerView } from "@/lib/plan/layers";

/** The first column holds the attacks; each layer has one of its own, with its wall near the left. */
const wide = 1048;
const first = 168;
const lane = 40;
const wallWidth = 26;

interface LayerPictureProps {
  layers: readonly LayerView[];
  /** The picture in words. */
  description: string;
}

/**
 * One request on its way through the layers. At each wall one kind of attack stops; a wall is solid where the choice
 * builds it, hatched where it does in part, and dashed where it does not. Columns align with the table below it.
 */
export function LayerPicture({ layers, description }: LayerPictureProps) {
  const column = (wide - first) / layers.length;
  const assessment = lane * layers.length + 26;
  const way = assessment + 20;
  const wallAt = (index: number) => first + index * column;
  return (
    <svg
      className="layer-picture"
      viewBox={`0 0 ${wide} ${way + 28}`}
      role="img"
      aria-label={description}
    >
      <defs>
        <pattern
          id="layer-hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.2" height="7" className="layer-fill" />
        </pattern>
      </defs>
      {layers.map(({ id, attack }, index) => {
        const y = lane * index + 34;
        const end = wallAt(index) - 10;
        return (
          <g key={id}>
            <line className="layer-attack" x1="0" y1={y} x2={end} y2={y} />
            <path className="layer-stop" d={`M${end - 6} ${y - 6}l8 6-8 6`} />
            <text className="layer-quiet" x="0" y={y - 8}>
              {attack}
            </text>
          </g>
        );
      })}
      <line className="layer-way" x1="14" y1={way} x2={wide - 22} y2={way} />
      <path className="layer-fill" d={`M${wide - 24} ${way - 10}l18 10-18 10z`} />
      <circle className="layer-fill" cx="8" cy={way} r="8" />
      {layers.map(({ id, coverage }, index) => (
        <rect
          key={id}
          className="layer-wall"
          data-coverage={coverage}
          x={wallAt(index)}
          y="4"
          width={wallWidth}
          height={assessment - 8}
        />
      ))}
      <text x="0" y={way + 25}>
        Caller
      </text>
      <text x={wide} y={way + 25} textAnchor="end">
        Your service
      </text>
    </svg>
  );
}
