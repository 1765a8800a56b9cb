import { type CompiledCell, mustHave, type Program, type State, supports } from "./program";
import type { Range } from "./types";

const unmet = (1 << supports.indexOf("none")) | (1 << supports.indexOf("diy"));

function scale(number: number, percent: number): number {
  return Math.round((number * percent) / 100);
}

/**
 * One set of answers applied to the table: what is needed and how much it weighs, what each variant offers and costs, and
 * what rules it out. It is loaded again and again, so that thousands of answer sets make no garbage.
 */
export class Situation {
  readonly program: Program;
  needs = 0;
  /** By need: the capability, its level (1 to 3), and the weight's low, typical and high. */
  readonly capability: Int32Array;
  readonly level: Uint8Array;
  readonly weight: Float64Array;
  /** By need and variant: support, low, typical and high. */
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

  private turned: { readonly at: number; readonly cell: CompiledCell } | undefined;
  private readonly levels: Int8Array;
  private readonly shares: Float64Array;
  private readonly touched: Int32Array;
  private readonly percent: Float64Array;
  private readonly times: Float64Array;
  private readonly credit: Int32Array;
  private readonly creditValues: (Range | undefined)[];
  private readonly scoped: (CompiledCell | undefined)[];
  private readonly importance: readonly Range[];

  constructor(program: Program) {
    this.program = program;
    const variants = program.variants.length;
    const capabilities = program.capabilities.length;
    const burdens = program.burdens.length;
    const places = capabilities * variants;
    this.capability = new Int32Array(capabilities);
    this.level = new Uint8Array(capabilities);
    this.weight = new Float64Array(capabilities * 3);
    this.support = new Uint8Array(places);
    this.value = new Float64Array(places * 3);
    this.burdenWeight = new Float64Array(burdens * 3);
    this.cost = new Float64Array(burdens * variants * 3);
    this.costWithExtra = new Float64Array(burdens * variants * 3);
    this.failures = new Int32Array(variants);
    this.extra = new Uint8Array(variants);
    this.levels = new Int8Array(capabilities);
    this.shares = new Float64Array(capabilities);
    this.touched = new Int32Array(capabilities);
    this.percent = new Float64Array(burdens * variants);
    this.times = new Float64Array(burdens);
    this.credit = new Int32Array(places).fill(-1);
    this.creditValues = new Array(places);
    this.scoped = new Array(places);
    const { nice, important, must } = program.table.importance;
    this.importance = [[0, 0, 0], nice, important, must];
  }

  /** A capability asked for twice counts once, at the greater importance and share. */
  private demand(capability: number, level: number, share: number): void {
    if (level === 0 || capability < 0) return;
    const before = this.levels[capability] as number;
    if (before === 0) this.touched[this.needs++] = capability;
    if (level > before) this.levels[capability] = level;
    if (share > (this.shares[capability] as number)) this.shares[capability] = share;
  }

  /** Takes one finding for another until it is told otherwise. */
  turn(finding?: { readonly at: number; readonly cell: CompiledCell }): void {
    this.turned = finding;
  }

  /** Where `soft` is set, a must-have counts as important: it was borrowed, and left nothing possible. */
  load(state: State, soft?: Uint8Array): void {
    const { program } = this;
    const { fields, rules } = program;
    const variants = program.variants.length;
    const burdens = program.burdens.length;
    this.needs = 0;
    for (let index = 0; index < fields.length; index++) {
      let level = state[index] as number;
      const field = fields[index] as Program["fields"][number];
      if (level <= 0 || field.demands.length === 0) continue;
      if (level === mustHave && soft !== undefined && soft[index] === 1) level--;
      for (const { capability, share } of field.demands) this.demand(capability, level, share);
    }
    this.times.fill(100);
    this.percent.fill(100);
    this.failures.fill(0);
    const credits: number[] = [];
    const fired: Program["rules"][number][] = [];
    for (const rule of rules) {
      if (!rule.when(state)) continue;
      fired.push(rule);
      for (const { capability, level } of rule.needs) this.demand(capability, level, 100);
      for (const { burden, percent } of rule.times)
        this.times[burden] = ((this.times[burden] as number) * percent) / 100;
      for (const { at, percent } of rule.costs)
        this.percent[at] = ((this.percent[at] as number) * percent) / 100;
      for (const { at, support, value } of rule.credits) {
        const before = this.creditValues[at];
        if (before !== undefined && before[1] >= value[1]) continue;
        if (before === undefined) credits.push(at);
        this.credit[at] = support;
        this.creditValues[at] = value;
      }
    }
    const scopes: number[] = [];
    for (const { at, cells } of program.scopes) {
      const found = cells.find(({ when }) => when(state));
      if (!found) continue;
      this.scoped[at] = found;
      scopes.push(at);
    }

    this.touched.subarray(0, this.needs).sort();
    this.loadNeeds(variants);
    for (const { requires } of fired) {
      for (const { capability, allowed } of requires) {
        for (let variant = 0; variant < variants; variant++) {
          const support = this.supportOf(capability * variants + variant);
          if (((allowed >> support) & 1) === 0) this.fail(variant);
        }
      }
    }
    for (let burden = 0; burden < burdens; burden++) {
      const { weight } = program.burdens[burden] as Program["burdens"][number];
      const times = this.times[burden] as number;
      for (let index = 0; index < 3; index++) {
        const base = weight[index] as number;
        this.burdenWeight[burden * 3 + index] = times === 100 ? base : scale(base, times);
      }
      for (let variant = 0; variant < variants; variant++) {
        const at = burden * variants + variant;
        this.loadCost(this.cost, program.cost[at] as Range, at);
        this.loadCost(this.costWithExtra, program.costWithExtra[at] as Range, at);
      }
    }
    for (const { limits } of fired) {
      for (const { burden, max } of limits) {
        for (let variant = 0; variant < variants; variant++) {
          const at = (burden * variants + variant) * 3 + 1;
          const costs = this.extra[variant] === 1 ? this.costWithExtra : this.cost;
          if ((costs[at] as number) > max) this.fail(variant);
        }
      }
    }
    for (const at of credits) {
      this.credit[at] = -1;
      this.creditValues[at] = undefined;
    }
    for (const at of scopes) this.scoped[at] = undefined;
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

  private cellAt(at: number): CompiledCell {
    if (this.turned?.at === at) return this.turned.cell;
    return this.scoped[at] ?? (this.program.cells[at] as CompiledCell);
  }

  /** The support of a cell after scopes and credits; a credit can only lift it. */
  private supportOf(at: number): number {
    const { support, value } = this.cellAt(at);
    const credit = this.creditValues[at];
    return credit !== undefined && credit[1] > value[1] ? (this.credit[at] as number) : support;
  }

  private loadNeeds(variants: number): void {
    this.extra.fill(0);
    for (let need = 0; need < this.needs; need++) {
      const capability = this.touched[need] as number;
      const level = this.levels[capability] as number;
      const share = this.shares[capability] as number;
      this.levels[capability] = 0;
      this.shares[capability] = 0;
      this.capability[need] = capability;
      this.level[need] = level;
      const weight = this.importance[level] as Range;
      for (let index = 0; index < 3; index++)
        this.weight[need * 3 + index] = scale(weight[index] as number, share);
      for (let variant = 0; variant < variants; variant++) {
        const place = capability * variants + variant;
        const at = need * variants + variant;
        const cell = this.cellAt(place);
        const credit = this.creditValues[place];
        const lifted = credit !== undefined && credit[1] > cell.value[1];
        const support = lifted ? (this.credit[place] as number) : cell.support;
        this.support[at] = support;
        for (let index = 0; index < 3; index++) {
          const value = cell.value[index] as number;
          this.value[at * 3 + index] = lifted ? Math.max(value, credit[index] as number) : value;
        }
        if (level === mustHave && ((unmet >> support) & 1) === 1) this.fail(variant);
        if (cell.usesExtra && (this.weight[need * 3 + 2] as number) > 0) this.extra[variant] = 1;
      }
    }
  }

  private loadCost(costs: Float64Array, base: Range, at: number): void {
    const percent = this.percent[at] as number;
    for (let index = 0; index < 3; index++) {
      const cost = base[index] as number;
      costs[at * 3 + index] = percent === 100 ? cost : Math.min(100, scale(cost, percent));
    }
  }

  /** The exact points of a possible variant with typical weights and findings: what ranking compares. */
  points(variant: number): number {
    const { variants, burdens } = this.program;
    const costs = this.extra[variant] === 1 ? this.costWithExtra : this.cost;
    let points = 0;
    for (let need = 0; need < this.needs; need++)
      points +=
        (this.weight[need * 3 + 1] as number) *
        (this.value[(need * variants.length + variant) * 3 + 1] as number);
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
