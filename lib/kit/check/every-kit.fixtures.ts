import type { Answers } from "@/lib/engine/types";
import { buildKit } from "@/lib/kit/kit";
import { readNames } from "@/lib/kit/names";
import type { Kit, KitFile } from "@/lib/kit/types";
import type { Matrix } from "@/lib/matrix/types";

interface Named {
  readonly name: string;
  readonly answers: Answers;
}

/** Answers that ask for one thing only. What is said of people and money asks for no file. */
function singleAsks(matrix: Matrix): Named[] {
  const asking = matrix.questions.filter(({ section }) => section !== "people");
  const needs = asking.flatMap((question) => {
    if (question.kind === "importance") {
      return [{ name: question.id, answers: { [question.id]: "must" } as Answers }];
    }
    if (question.kind === "needs") {
      return question.rows.map(({ id }) => ({
        name: `${question.id}.${id}`,
        answers: { [question.id]: { [id]: "must" as const } } as Answers,
      }));
    }
    if (question.kind === "flags") {
      return question.flags.map(({ id }) => ({
        name: `${question.id}.${id}`,
        answers: { [question.id]: [id] } as Answers,
      }));
    }
    return question.values.map(({ id }) => ({
      name: `${question.id}=${id}`,
      answers: { [question.id]: id } as Answers,
    }));
  });
  return [{ name: "nothing", answers: {} }, ...needs];
}

/** Every need at once. */
export function everything(matrix: Matrix): Answers {
  return Object.fromEntries(
    matrix.questions.flatMap((question): [string, Answers[string]][] => {
      if (question.kind === "importance") return [[question.id, "must"]];
      if (question.kind === "needs") {
        return [
          [question.id, Object.fromEntries(question.rows.map(({ id }) => [id, "must" as const]))],
        ];
      }
      return [];
    }),
  );
}

const platforms = ["kubernetes", "vm", "nomad", "ecs"];

/** Answers for which kits are checked: presets, one ask alone, all asks, with several clusters and on each platform. */
function answersToCheck(matrix: Matrix): Named[] {
  const all = everything(matrix);
  return [
    ...matrix.presets.map(({ id, answers }) => ({ name: `preset ${id}`, answers })),
    ...singleAsks(matrix),
    ...platforms.map((platform) => ({
      name: `everything on ${platform}`,
      answers: { ...all, platform },
    })),
    ...["one", "flat", "separate", "many", "edge"].map((clusters) => ({
      name: `everything, clusters ${clusters}`,
      answers: { ...all, platform: "kubernetes", clusters },
    })),
    { name: "everything with aws", answers: { ...all, platform: "kubernetes", stack: ["aws"] } },
  ];
}

/** One ask alone on each platform for which the variant has a kit of its own. */
function asksByPlatform(matrix: Matrix, build: (answers: Answers) => Kit): Named[] {
  const paths = (answers: Answers) =>
    build(answers)
      .files.map(({ path }) => path)
      .join("\n");
  const own = platforms.filter((platform) => paths({ platform }) !== paths({}));
  return own.flatMap((platform) =>
    singleAsks(matrix).map(({ name, answers }) => ({
      name: `${name} on ${platform}`,
      answers: { ...answers, platform },
    })),
  );
}

/** The kits of all variants for everything a preset or a single need can ask for. */
export function everyKit(
  matrix: Matrix,
  parameters: Readonly<Record<string, string>> = {},
  wanted: (each: Named) => boolean = () => true,
): { name: string; kit: Kit }[] {
  const { names } = readNames(parameters);
  return matrix.variants.flatMap(({ id: variant }) => {
    const build = (answers: Answers) => {
      const kit = buildKit({ variant, answers, names }, matrix);
      if (!kit) throw new Error(`${variant} has no kit`);
      return kit;
    };
    return [...answersToCheck(matrix), ...asksByPlatform(matrix, build)]
      .filter(wanted)
      .map(({ name, answers }) => ({ name: `${variant}, ${name}`, kit: build(answers) }));
  });
}

type Source = Pick<KitFile, "path" | "language" | "content">;

/** Kits share most of their files: each is judged once. */
export function rememberFiles<T>(judge: (file: Source) => T): (file: Source) => T {
  const known = new Map<string, T>();
  return (file) => {
    const key = `${file.path}\n${file.content}`;
    const result = known.get(key) ?? judge(file);
    known.set(key, result);
    return result;
  };
}
