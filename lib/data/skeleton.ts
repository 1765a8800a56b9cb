/** New rows and columns of the matrix, with every gap left open, so that npm run data:check lists what is to be filled. */

interface CellSkeleton {
  readonly support: "unknown";
  readonly confidence: "low";
  readonly note: "";
  readonly evidence: readonly never[];
}

const cell: CellSkeleton = { support: "unknown", confidence: "low", note: "", evidence: [] };

/** The file of a new capability: a cell for each variant. */
export function capabilitySkeleton(id: string, group: string, variants: readonly string[]) {
  return {
    id,
    label: "",
    short: "",
    group,
    factKind: "feature",
    definition: "",
    why: "",
    yardstick: "",
    cells: Object.fromEntries(variants.map((variant) => [variant, cell])),
  };
}

interface OptionsFile {
  readonly options: readonly { readonly id: string }[];
  readonly variants: readonly { readonly id: string; readonly option: string }[];
}

type Files = Readonly<Record<string, unknown>>;

/** The files that a new variant changes: options.json, a cell in every capability, a cost in every burden. */
export function addVariantSkeleton(files: Files, id: string, option: string): Files {
  const { options, variants, ...rest } = files["options.json"] as OptionsFile;
  const newOption = options.some((each) => each.id === option)
    ? []
    : [{ id: option, label: "", mark: "square", summary: "", vendor: "", homepage: "" }];
  // Variants stand with the others of their option: the columns keep their option’s head.
  const last = variants.findLastIndex((each) => each.option === option);
  const at = last < 0 ? variants.length : last + 1;
  const added = { id, option, label: "", short: "", what: "", version: "", judged: "" };
  const order = variants.toSpliced(at, 0, added).map((variant) => variant.id);
  const inserted = (cells: Readonly<Record<string, unknown>>, value: unknown) =>
    Object.fromEntries(order.map((variant) => [variant, variant === id ? value : cells[variant]]));

  const changed: Record<string, unknown> = {
    "options.json": {
      options: [...options, ...newOption],
      variants: variants.toSpliced(at, 0, added),
      ...rest,
    },
  };
  for (const [file, json] of Object.entries(files)) {
    if (!file.startsWith("capabilities/")) continue;
    const capability = json as { readonly cells: Readonly<Record<string, unknown>> };
    changed[file] = { ...capability, cells: inserted(capability.cells, cell) };
  }
  const burdens = files["burdens.json"] as readonly {
    readonly values: Readonly<Record<string, unknown>>;
  }[];
  changed["burdens.json"] = burdens.map((burden) => ({
    ...burden,
    values: inserted(burden.values, { low: 0, typical: 50, high: 100, because: "", cells: [] }),
  }));
  return changed;
}
