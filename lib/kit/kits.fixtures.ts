import type { KitData } from "@/lib/data/kit-types";
import { loadKits } from "@/lib/data/kits";
import type { Matrix } from "@/lib/data/types";
import type { Answers } from "@/lib/engine/types";
import { buildKit, settingFor } from "./kit";
import { readNames } from "./names";
import type { Setting } from "./render";
import type { Kit } from "./types";

/** Names that YAML 1.1 or a shell could take for something else, and networks of both families. */
export const oddNames = {
  ns: "on",
  from: "yes",
  to: "null-1e3",
  host: "0x1f.example",
  issuer: "1.e2.example",
  trust: "true",
  dns: "fd00:10:96::a",
  resolver: "192.0.2.53",
  "resolver-name": "off.example",
  nodes: "10.0.16.0/20,2001:db8:1::/48",
  control: "10.0.16.0/28,2001:db8:1::/64",
  pods: "100.64.0.0/10,fd00:1::/48",
  admin: "192.0.2.0/24,2001:db8:2::/48",
};

/** A kit, and what its blocks were decided by. */
export interface Tried {
  readonly name: string;
  readonly kit: Kit;
  readonly setting: Setting;
}

type Asked = Pick<Matrix, "questions" | "variants" | "presets">;
const known = new WeakMap<Asked, ReturnType<typeof makeKits>>();

/** What tests make kits from: every variant, for what can be answered alone and all at once. */
export function kitsFrom(matrix: Asked): ReturnType<typeof makeKits> {
  const kits = known.get(matrix) ?? makeKits(matrix);
  known.set(matrix, kits);
  return kits;
}

function makeKits(matrix: Asked) {
  const variants = loadKits().families.flatMap((family) => family.variants);
  /** Every need at once. */
  const everything: Answers = Object.fromEntries(
    matrix.questions.flatMap((question): [string, Answers[string]][] => {
      if (question.kind === "importance") return [[question.id, "must"]];
      if (question.kind !== "needs") return [];
      return [
        [question.id, Object.fromEntries(question.rows.map(({ id }) => [id, "must" as const]))],
      ];
    }),
  );
  const clusters = matrix.questions.find(({ id }) => id === "kubernetes");
  const platforms = clusters?.kind === "choice" ? clusters.values.map(({ id }) => id) : [];
  /** Nothing, all, the switches of most files, each incumbent, each platform, each preset. */
  const answerSets: readonly (readonly [string, Answers])[] = [
    ["nothing", {}],
    ["everything", everything],
    ["layer 7", { policy: { l7: "must" } }],
    ["tokens", { requests: { jwt: "must" } }],
    ["plain needs", { mtls: "must", strict: "must", policy: { l4: "must", deny: "must" } }],
    ...["istio", "linkerd", "consul"].map(
      (today) => [`${today} today`, { ...everything, today }] as const,
    ),
    ...platforms.map(
      (kubernetes) => [kubernetes, { ...everything, platform: "kubernetes", kubernetes }] as const,
    ),
    ...["vm", "nomad", "ecs"].map((platform) => [platform, { ...everything, platform }] as const),
    ...matrix.presets.map(({ id, answers }) => [`preset ${id}`, answers] as const),
  ];

  /** Most tests ask for the same kits, and one takes longer to write than to look at. */
  const made = new Map<string, Tried>();
  function kitOf(
    variant: string,
    answers: Answers = {},
    parameters: Readonly<Record<string, string>> = {},
    data?: KitData,
  ): Tried {
    if (data) return makeKit(variant, answers, parameters, data);
    const key = JSON.stringify([variant, answers, parameters]);
    const tried = made.get(key) ?? makeKit(variant, answers, parameters, loadKits());
    made.set(key, tried);
    return tried;
  }

  function makeKit(
    variant: string,
    answers: Answers,
    parameters: Readonly<Record<string, string>>,
    data: KitData,
  ): Tried {
    const { names, problems } = readNames(parameters);
    const request = { variant, answers, names };
    const kit = buildKit(request, matrix, data);
    const family = data.families.find(({ variants: own }) => own.includes(variant));
    if (!kit || !family || problems.length > 0) throw new Error(`${variant} has no kit`);
    return { name: variant, kit, setting: settingFor(request, data, family) };
  }

  /** Every set of answers for a variant, and everything once more under odd names. */
  const kitsOf = (variant: string): Tried[] => [
    ...answerSets.map(([name, answers]) => ({ ...kitOf(variant, answers), name })),
    { ...kitOf(variant, everything, oddNames), name: "odd names" },
  ];

  return { variants, everything, answerSets, kitOf, kitsOf };
}
