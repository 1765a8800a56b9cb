import { type Field, mustHave, type State, supports, type Test } from "./fields";
import type { CompiledCell, Program } from "./program";
import type { Range } from "./types";

const unmet = (1 << supports.indexOf("none")) | (1 << supports.indexOf("diy"));

function scale(number: number, percent: number): number {
  return Math.round((number * percent) / 100);
}

/** Three assignments: for so few numbers `set` takes many times as long. */
function put(into: Float64Array, at: number, [low, typical, high]: Range): void {
  into[at * 3] = low;
  into[at * 3 + 1] = typical;
  into[at * 3 + 2] = high;
}

/**
 * One set of answers applied to the table: what is needed and how much it weighs, what each variant offers and costs, and
 * what rules it out. It is loaded again and again, so that thousands of answer sets make no garbage.
 */
export class Situation {
  readonly program: Program;
  needs = 0;
  /** By need: the capability, and the weight's low, typical and high. */
  readonly capability: Int32Array;
  readonly weight: Float64Array;
  /** By capability and variant: support, and the worth's low, typical and high. */
  readonly support: Uint8Array;
  readonly value: Float64Array;
  /** By burden: low, typical, high. */
  readonly burdenWeight: Float64Array;
  /** By burden and variant: the cost's low, typical and high, without and with the extra component. */
  readonly cost: Float64Array;
  readonly costWithExtra: Float64Array;
  /** By variant. */
  readonly failures: Int32Array;
  /** Whether a need makes it deploy its extra component. */
  readonly extra: Uint8Array;

  /** By shared condition: whether these answers satisfy it. */
  private readonly holding: Uint8Array;
  private turned: { readonly at: number; readonly cell: CompiledCell } | undefined;
  private readonly levels: Int8Array;
  private readonly shares: Float64Array;
  private readonly usesExtra: Uint8Array;
  private readonly times: Float64Array;
  private readonly percent: Float64Array;
  /** Cells and costs that differ from the table's: put back before the next load. */
  private readonly changedCells: number[] = [];
  private readonly changedCosts: number[] = [];
  private readonly fired: Program["rules"][number][] = [];
  private readonly demanding: Int32Array;
  private readonly importance: readonly Range[];

  constructor(program: Program) {
    this.program = program;
    const variants = program.variants.length;
    const capabilities = program.capabilities.length;
    const burdens = program.burdens.length;
    const flat = (ranges: readonly Range[]) => Float64Array.from(ranges.flat());
    this.capability = new Int32Array(capabilities);
    this.weight = new Float64Array(capabilities * 3);
    this.support = Uint8Array.from(program.cells, ({ support }) => support);
    this.value = flat(program.cells.map(({ value }) => value));
    this.usesExtra = Uint8Array.from(program.cells, ({ usesExtra }) => Number(usesExtra));
    this.burdenWeight = new Float64Array(burdens * 3);
    this.cost = flat(program.cost);
    this.costWithExtra = flat(program.costWithExtra);
    this.failures = new Int32Array(variants);
    this.extra = new Uint8Array(variants);
    this.levels = new Int8Array(capabilities);
    this.shares = new Float64Array(capabilities);
    this.times = new Float64Array(burdens);
    this.percent = new Float64Array(burdens * variants).fill(100);
    this.demanding = Int32Array.from(
      [...program.fields.keys()].filter((index) => program.fields[index]?.demands.length !== 0),
    );
    this.holding = new Uint8Array(program.tests.length);
    const { nice, important, must } = program.table.importance;
    this.importance = [[0, 0, 0], nice, important, must];
  }

  /** A capability asked for twice counts once, at the greater importance and share. */
  private demand(capability: number, level: number, share: number): void {
    if (level === 0 || capability < 0) return;
    const before = this.levels[capability] as number;
    if (before === 0) this.insert(capability);
    if (level > before) this.levels[capability] = level;
    if (share > (this.shares[capability] as number)) this.shares[capability] = share;
  }

  /** Keeps the needs in the order of capabilities. */
  private insert(capability: number): void {
    const { capability: all } = this;
    let at = this.needs++;
    for (; at > 0 && (all[at - 1] as number) > capability; at--) all[at] = all[at - 1] as number;
    all[at] = capability;
  }

  /** Takes one finding for another until it is told otherwise. */
  turn(finding?: { readonly at: number; readonly cell: CompiledCell }): void {
    this.turned = finding;
  }

  /** Where `soft` is set, a must-have counts as important: it was borrowed, and left nothing possible. */
  load(state: State, soft?: Uint8Array): void {
    const { program, fired, holding } = this;
    this.restore();
    for (let test = 0; test < holding.length; test++)
      holding[test] = Number((program.tests[test] as Test)(state));
    for (const { at, cells } of program.scopes) {
      for (const cell of cells) {
        if (holding[cell.test] === 0) continue;
        this.change(at, cell);
        break;
      }
    }
    if (this.turned) this.change(this.turned.at, this.turned.cell);
    for (const index of this.demanding) {
      let level = state[index] as number;
      if (level <= 0) continue;
      if (level === mustHave && soft !== undefined && soft[index] === 1) level--;
      for (const { capability, share } of (program.fields[index] as Field).demands)
        this.demand(capability, level, share);
    }
    for (const rule of program.rules) {
      if (!rule.when(state)) continue;
      fired.push(rule);
      for (const { capability, level } of rule.needs) this.demand(capability, level, 100);
      for (const { burden, percent } of rule.times)
        this.times[burden] = ((this.times[burden] as number) * percent) / 100;
      for (const { at, percent } of rule.costs) {
        if (this.percent[at] === 100) this.changedCosts.push(at);
        this.percent[at] = ((this.percent[at] as number) * percent) / 100;
      }
      for (const credit of rule.credits) this.lift(credit);
    }
    this.weigh();
    for (const at of this.changedCosts) {
      this.scaleCost(this.cost, program.cost[at] as Range, at);
      this.scaleCost(this.costWithExtra, program.costWithExtra[at] as Range, at);
    }
    for (const rule of fired) this.hold(rule);
  }

  /** Puts back what the last answers changed. */
  private restore(): void {
    const { program } = this;
    for (const at of this.changedCells) {
      this.setCell(at, program.cells[at] as CompiledCell);
    }
    for (const at of this.changedCosts) {
      this.percent[at] = 100;
      put(this.cost, at, program.cost[at] as Range);
      put(this.costWithExtra, at, program.costWithExtra[at] as Range);
    }
    for (let need = 0; need < this.needs; need++) {
      const capability = this.capability[need] as number;
      this.levels[capability] = 0;
      this.shares[capability] = 0;
    }
    this.changedCells.length = 0;
    this.changedCosts.length = 0;
    this.fired.length = 0;
    this.needs = 0;
    this.times.fill(100);
    this.failures.fill(0);
    this.extra.fill(0);
  }

  private setCell(at: number, { support, value, usesExtra }: CompiledCell): void {
    this.support[at] = support;
    put(this.value, at, value);
    this.usesExtra[at] = Number(usesExtra);
  }

  private change(at: number, cell: CompiledCell): void {
    this.changedCells.push(at);
    this.setCell(at, cell);
  }

  /** A credit can only lift a cell, and the higher of two holds. */
  private lift({ at, support, value }: Program["rules"][number]["credits"][number]): void {
    if (value[1] <= (this.value[at * 3 + 1] as number)) return;
    this.changedCells.push(at);
    this.support[at] = support;
    for (let index = 0; index < 3; index++)
      this.value[at * 3 + index] = Math.max(
        this.value[at * 3 + index] as number,
        value[index] as number,
      );
  }

  /** Weights of needs and burdens, must-haves that a variant lacks, and extra components that are used. */
  private weigh(): void {
    const { program, weight } = this;
    const variants = program.variants.length;
    for (let need = 0; need < this.needs; need++) {
      const capability = this.capability[need] as number;
      const level = this.levels[capability] as number;
      const share = this.shares[capability] as number;
      const base = this.importance[level] as Range;
      for (let index = 0; index < 3; index++)
        weight[need * 3 + index] = scale(base[index] as number, share);
      const weighs = (weight[need * 3 + 2] as number) > 0;
      for (let variant = 0; variant < variants; variant++) {
        const at = capability * variants + variant;
        if (level === mustHave && ((unmet >> (this.support[at] as number)) & 1) === 1)
          this.fail(variant);
        if (weighs && this.usesExtra[at] === 1) this.extra[variant] = 1;
      }
    }
    for (let burden = 0; burden < program.burdens.length; burden++) {
      const { weight: base } = program.burdens[burden] as Program["burdens"][number];
      const times = this.times[burden] as number;
      for (let index = 0; index < 3; index++)
        this.burdenWeight[burden * 3 + index] =
          times === 100 ? (base[index] as number) : scale(base[index] as number, times);
    }
  }

  /** What a rule demands of every variant: levels of support, and burdens below a limit. */
  private hold({ requires, limits }: Program["rules"][number]): void {
    const variants = this.program.variants.length;
    for (const { capability, allowed } of requires)
      for (let variant = 0; variant < variants; variant++)
        if (((allowed >> (this.support[capability * variants + variant] as number)) & 1) === 0)
          this.fail(variant);
    for (const { burden, max } of limits)
      for (let variant = 0; variant < variants; variant++) {
        const costs = this.extra[variant] === 1 ? this.costWithExtra : this.cost;
        if ((costs[(burden * variants + variant) * 3 + 1] as number) > max) this.fail(variant);
      }
  }

  /** Counts one more failure for each variant that is marked. */
  ruleOut(marked: Uint8Array): void {
    marked.forEach((mark, variant) => {
      if (mark === 1) this.fail(variant);
    });
  }

  private fail(variant: number): void {
    this.failures[variant] = (this.failures[variant] as number) + 1;
  }

  private scaleCost(costs: Float64Array, base: Range, at: number): void {
    const percent = this.percent[at] as number;
    for (let index = 0; index < 3; index++)
      costs[at * 3 + index] = Math.min(100, scale(base[index] as number, percent));
  }

  /** The exact points of a possible variant with typical weights and findings: what ranking compares. */
  points(variant: number): number {
    const { variants, burdens } = this.program;
    const costs = this.extra[variant] === 1 ? this.costWithExtra : this.cost;
    let points = 0;
    for (let need = 0; need < this.needs; need++)
      points +=
        (this.weight[need * 3 + 1] as number) *
        (this.value[
          ((this.capability[need] as number) * variants.length + variant) * 3 + 1
        ] as number);
    for (let burden = 0; burden < burdens.length; burden++)
      points +=
        (this.burdenWeight[burden * 3 + 1] as number) *
        (100 - (costs[(burden * variants.length + variant) * 3 + 1] as number));
    return points;
  }

  /** All typical weight: what points are out of, times 100. */
  total(): number {
    let total = 0;
    for (let need = 0; need < this.needs; need++) total += this.weight[need * 3 + 1] as number;
    for (let burden = 0; burden < this.program.burdens.length; burden++)
      total += this.burdenWeight[burden * 3 + 1] as number;
    return total;
  }

  /** Whether any variant is possible. */
  get possible(): boolean {
    return this.failures.includes(0);
  }
}
