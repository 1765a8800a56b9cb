import { readFileSync } from "node:fs";
import { listFiles } from "@/lib/data/read";

/**
 * The floors of the house, lowest first, and the rooms on each. A room imports from its own floor and from those below,
 * and no two rooms import each other. `npm run architecture` draws the picture in docs/ARCHITECTURE.md from the imports.
 */
const floors: readonly { readonly name: string; readonly rooms: readonly string[] }[] = [
  { name: "Pure", rooms: ["lib/engine", "lib/answers", "lib/text", "lib/security"] },
  { name: "The door to data", rooms: ["lib/data"] },
  { name: "Frozen releases", rooms: ["lib/release"] },
  {
    name: "Advice in words and numbers",
    rooms: [
      "lib/result",
      "lib/reference",
      "lib/questionnaire",
      "lib/costs",
      "lib/kit",
      "lib/plan",
      "lib/compare",
      "lib/recognise",
      "lib/overlay",
      "lib/method",
      "lib/decisions",
      "lib/freshness",
    ],
  },
  { name: "Put together", rooms: ["lib/site"] },
  { name: "Forms that leave the site", rooms: ["lib/export", "lib/embed", "lib/api", "lib/mcp"] },
  { name: "What the site answers", rooms: ["lib/service"] },
  { name: "What a reader sees", rooms: ["lib/document", "components"] },
  {
    name: "Entries",
    rooms: ["app", "lib/server", "lib/commands", "lib/bench", "lib/mutants", "lib/architecture"],
  },
];

const floorOf = new Map(floors.flatMap(({ rooms }, floor) => rooms.map((room) => [room, floor])));

/** The room a file belongs to: “lib/engine”, “components”. */
function roomOf(path: string): string {
  const [top = "", inner = "", ...rest] = path.split("/");
  return top === "lib" && rest.length > 0 ? `${top}/${inner}` : top;
}

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** The imports of a source file from other files of this repository, as paths from its root. */
export function importsOf(path: string, source: string): Import[] {
  const folder = path.split("/").slice(0, -1);
  const matches = source.matchAll(/(?:\bfrom|\bimport\(?)\s*"(@|\.{1,2})(\/[^"]+)"/g);
  return [...matches].map(([, start = "", rest = ""]) => {
    const steps =
      start === "@" ? rest.slice(1).split("/") : [...folder, ...`${start}${rest}`.split("/")];
    const to: string[] = [];
    for (const step of steps) {
      if (step === "..") to.pop();
      else if (step !== ".") to.push(step);
    }
    return { from: path, to: to.join("/") };
  });
}

/** Every import in the rooms. Tests and what serves them alone may look down from anywhere, so they are left out. */
export function readImports(): Import[] {
  return ["app", "components", "lib"].flatMap((top) =>
    listFiles(top)
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixtures)\.tsx?$/.test(file))
      .map((file) => `${top}/${file}`)
      .flatMap((path) => importsOf(path, readFileSync(path, "utf8"))),
  );
}

/** Imports that lead to a higher floor, rooms that no floor names, and pairs of rooms that import each other. */
export function findWrongImports(imports: readonly Import[]): string[] {
  const between = imports.map(({ from, to }) => ({
    from,
    to,
    own: roomOf(from),
    other: roomOf(to),
  }));
  const pairs = new Set(between.map(({ own, other }) => `${own} ${other}`));
  return between.flatMap(({ from, to, own, other }) => {
    const [mine, its] = [floorOf.get(own), floorOf.get(other)];
    if (mine === undefined)
      return [`${from}: no floor in lib/architecture/rooms.ts names the room ${own}`];
    if (its !== undefined && its > mine)
      return [`${from} imports ${to}, which is on a floor above it`];
    if (own < other && pairs.has(`${other} ${own}`))
      return [
        `${from} imports ${to}, and ${other} imports ${own}: move the shared part to one of them`,
      ];
    return [];
  });
}

/** Which rooms a room imports from on lower floors. */
function listArrows(imports: readonly Import[]): ReadonlyMap<string, ReadonlySet<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [a, b] = [roomOf(from), roomOf(to)];
    const [high, low] = [floorOf.get(a), floorOf.get(b)];
    if (high === undefined || low === undefined || low >= high) continue;
    arrows.set(a, (arrows.get(a) ?? new Set()).add(b));
  }
  return arrows;
}

/**
 * The rooms, highest floor first, and which of them import from which. An arrow that follows from others is left out, and so
 * are those within a floor: drawn, they would only cross out the picture.
 */
function drawPicture(imports: readonly Import[]): string {
  const arrows = listArrows(imports);
  const below = (room: string): Set<string> =>
    new Set([...(arrows.get(room) ?? [])].flatMap((each) => [each, ...below(each)]));
  const id = (room: string) => room.replace("/", "_");
  const boxes = floors
    .toReversed()
    .flatMap(({ name, rooms }, index) => [
      `  subgraph f${floors.length - index}["${name}"]`,
      ...rooms.map((room) => `    ${id(room)}["${room}"]`),
      "  end",
    ]);
  const lines = [...arrows].flatMap(([room, others]) =>
    [...others]
      .filter((other) => ![...others].some((via) => below(via).has(other)))
      .map((other) => `  ${id(room)} --> ${id(other)}`),
  );
  return ["```mermaid", "flowchart TB", ...boxes, ...lines.sort(), "```"].join("\n");
}

const picture = /```mermaid\n.*?```/s;

/** The document with the picture of these imports in place of the one it holds. */
export function withPicture(document: string, imports: readonly Import[]): string {
  return document.replace(picture, () => drawPicture(imports));
}
