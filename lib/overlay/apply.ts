import type {
  Capability,
  Evidence,
  Matrix,
  MatrixCell,
  Publisher,
  Reference,
  RuleText,
} from "@/lib/data/types";
import type { Answers } from "@/lib/engine/types";
import type { Overlay } from "./schema";

/** The ids that an overlay adds; the published data uses none of them. */
const house = {
  publisher: "house",
  group: "house",
  allowed: "house-allowed",
  preferred: "house-preferred",
} as const;

export interface Applied {
  readonly matrix: Matrix;
  readonly reference: Reference;
  /** Answers that are fixed for everybody. */
  readonly fixed: Answers;
}

function evidenceOf(overlay: Overlay, claim: string, source = overlay.policy): Evidence {
  return { ...source, version: overlay.name, checked: overlay.asOf, claim };
}

/** The cell with the organisation's fields, and its reason as the first source. Levels without a maturity lose theirs. */
function correctCell(
  cell: MatrixCell,
  correction: NonNullable<Overlay["cells"]>[number],
  overlay: Overlay,
): MatrixCell {
  const { capability: _, variant: __, because, source, ...fields } = correction;
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  // The limits belong to what the old note says; a new note brings its own.
  const { limits, ...others } = cell;
  const kept = correction.note === undefined && limits !== undefined ? { limits } : {};
  const { maturity, ...merged } = { ...others, ...kept, ...given };
  const isGraded = ["full", "partial", "addon"].includes(merged.support);
  return {
    ...merged,
    ...(isGraded ? { maturity: maturity ?? "stable" } : {}),
    evidence: [evidenceOf(overlay, because, source), ...cell.evidence],
  };
}

/** A row of the organisation's own: which variants it allows, or prefers. */
function ownRow(
  matrix: Matrix,
  overlay: Overlay,
  row: Pick<Capability, "id" | "label" | "short" | "definition" | "why" | "yardstick">,
  cellFor: (variant: string) => { readonly support: "full" | "none"; readonly note: string },
): Capability {
  return {
    ...row,
    group: house.group,
    factKind: "offering",
    cells: Object.fromEntries(
      matrix.variants.map(({ id }): [string, MatrixCell] => {
        const { support, note } = cellFor(id);
        const cell = { support, confidence: "high" as const, note };
        const evidence = [evidenceOf(overlay, note)];
        return [
          id,
          support === "full" ? { ...cell, maturity: "stable", evidence } : { ...cell, evidence },
        ];
      }),
    ),
  };
}

const always = { all: [] };

/**
 * Lays an organisation's file over the published data. Bans and preferences become a row of the matrix and a rule that
 * always fires, so they are ranked, explained and shown like everything else; the engine knows nothing of overlays.
 */
export function applyOverlay(matrix: Matrix, reference: Reference, overlay: Overlay): Applied {
  const { name, policy } = overlay;
  const corrected = matrix.capabilities.map((capability) => {
    const corrections = overlay.cells?.filter((each) => each.capability === capability.id) ?? [];
    const cells = { ...capability.cells };
    for (const correction of corrections) {
      const cell = cells[correction.variant];
      if (cell) cells[correction.variant] = correctCell(cell, correction, overlay);
    }
    return corrections.length > 0 ? { ...capability, cells } : capability;
  });

  const rows: Capability[] = [];
  const rules: RuleText[] = [];
  const { banned = [], preferred } = overlay;
  if (banned.length > 0) {
    rows.push(
      ownRow(
        matrix,
        overlay,
        {
          id: house.allowed,
          label: `Allowed by ${name}`.slice(0, 60),
          short: "Allowed here",
          definition: `${name} allows the variant to be chosen.`,
          why: `${name} has decided which variants may be run; the others are ruled out whatever else is answered.`,
          yardstick: "full: allowed. none: not allowed, for the reason in the note.",
        },
        (variant) => {
          const ban = banned.find((each) => each.variant === variant);
          return ban
            ? { support: "none", note: ban.because }
            : { support: "full", note: `${name} has nothing against it.` };
        },
      ),
    );
    rules.push({
      id: house.allowed,
      when: always,
      effects: [{ require: house.allowed, levels: ["full"] }],
      because: `${name} does not allow every variant.`,
      sources: [policy],
    });
  }
  if (preferred) {
    rows.push(
      ownRow(
        matrix,
        overlay,
        {
          id: house.preferred,
          label: `Preferred by ${name}`.slice(0, 60),
          short: "Preferred here",
          definition: `${name} prefers the variant, other things being equal.`,
          why: `${name} has reasons of its own that the questions do not ask for.`,
          yardstick: "full: preferred, for the reason in the note. none: not preferred.",
        },
        (variant) => {
          const wish = preferred.variants.find((each) => each.variant === variant);
          return wish
            ? { support: "full", note: wish.because }
            : { support: "none", note: `${name} has no preference for it.` };
        },
      ),
    );
    rules.push({
      id: house.preferred,
      when: always,
      effects: [{ need: house.preferred, atLeast: preferred.importance }],
      because: `${name} prefers some variants over others.`,
      sources: [policy],
    });
  }

  const addresses = [
    policy.url,
    ...(overlay.cells ?? []).flatMap(({ source }) => source?.url ?? []),
  ];
  const publisher: Publisher = {
    id: house.publisher,
    label: name,
    kind: "adopter",
    addresses: [...new Set(addresses)],
  };
  return {
    matrix: {
      ...matrix,
      groups:
        rows.length > 0
          ? [...matrix.groups, { id: house.group, label: `Rules of ${name}` }]
          : matrix.groups,
      capabilities: [...corrected, ...rows],
      rules: [...matrix.rules, ...rules],
      presets: [...((overlay.presets ?? []) as Matrix["presets"]), ...matrix.presets],
    },
    reference: { ...reference, publishers: [...reference.publishers, publisher] },
    fixed: (overlay.answers ?? {}) as Answers,
  };
}

/** References of the overlay that point nowhere in the published data, each with its place. */
export function findOverlayProblems(
  { capabilities, variants, presets }: Matrix,
  overlay: Overlay,
): { readonly path: readonly (string | number)[]; readonly message: string }[] {
  const rows = new Set(capabilities.map(({ id }) => id));
  const columns = new Set(variants.map(({ id }) => id));
  const taken = new Set(presets.map(({ id }) => id));
  const unknown = (path: readonly (string | number)[], kind: string, id: string) => ({
    path,
    message: `no ${kind} is called "${id}"`,
  });
  const names = (
    list: readonly { readonly variant: string }[] | undefined,
    at: readonly string[],
  ) =>
    (list ?? []).flatMap(({ variant }, index) =>
      columns.has(variant) ? [] : [unknown([...at, index, "variant"], "variant", variant)],
    );
  const all = overlay.banned?.length ?? 0;
  return [
    ...(overlay.cells ?? []).flatMap(({ capability }, index) =>
      rows.has(capability)
        ? []
        : [unknown(["cells", index, "capability"], "capability", capability)],
    ),
    ...names(overlay.cells, ["cells"]),
    ...names(overlay.banned, ["banned"]),
    ...names(overlay.preferred?.variants, ["preferred", "variants"]),
    ...(new Set(overlay.banned?.map(({ variant }) => variant)).size >= columns.size && all > 0
      ? [{ path: ["banned"], message: "bans every variant, so that nothing could be recommended" }]
      : []),
    ...(overlay.presets ?? []).flatMap(({ id }, index) =>
      taken.has(id)
        ? [
            {
              path: ["presets", index, "id"],
              message: `"${id}" is an example of the published data: choose another id`,
            },
          ]
        : [],
    ),
  ];
}
