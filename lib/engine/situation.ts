import { type Decisions, decisionsOf, type Factors, type Placed } from "./decisions";
import { type Field, mustHave, open, type State, supports, type Test } from "./fields";
import type { CompiledCell, CompiledRule, Program } from "./program";
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

function layScaled(
  into: Float64Array,
  base: Range,
  at: number,
  percent: number | undefined,
  most: number,
): void {
  if (percent === undefined) put(into, at, base);
  else
    for (let index = 0; index < 3; index++)
      into[at * 3 + index] = Math.min(most, scale(base[index] as number, percent));
}

/**
 * One set of answers applied to the table: what is needed and how much it weighs, what each variant offers and costs, and
 * what rules it out. It is loaded again and again, so that thousands of answer sets make no garbage, and works out again only
 * what depends on a field that differs from the last.
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

  /** The answers loaded last, and by test whether they satisfy it. */
  private readonly last: State;
  private readonly holding: Uint8Array;
  private readonly stale: number[] = [];
  private readonly isStale: Uint8Array;
  private turned: { readonly at: number; readonly cell: CompiledCell } | undefined;
  private readonly levels: Int8Array;
  private readonly shares: Float64Array;
  private readonly usesExtra: Uint8Array;
  private readonly demanding: Int32Array;
  private readonly importance: readonly Range[];
  /** The rules that ask for something, and those that demand it of every variant. */
  private readonly needing: readonly Placed[];
  private readonly ruling: readonly Placed[];
  private readonly decisions: Decisions;

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
    this.demanding = Int32Array.from(
      [...program.fields.keys()].filter((index) => program.fields[index]?.demands.length !== 0),
    );
    const { nice, important, must } = program.table.importance;
    this.importance = [[0, 0, 0], nice, important, must];
    const rules = program.rules.map((rule, test): Placed => ({ ...rule, test }));
    this.needing = rules.filter(({ needs }) => needs.length > 0);
    this.ruling = rules.filter(({ requires, limits }) => requires.length + limits.length > 0);
    this.decisions = decisionsOf(program, rules);
    this.last = new Int8Array(program.fields.length).fill(open);
    this.holding = Uint8Array.from(program.tests, (test) => Number(test(this.last)));
    this.isStale = new Uint8Array(program.tests.length);
    for (let at = 0; at < program.cells.length; at++) this.layCell(at);
    for (let at = 0; at < program.cost.length; at++) this.layCost(at);
    for (let burden = 0; burden < burdens; burden++) this.layBurden(burden);
  }

  /** Takes one finding for another until it is told otherwise. */
  turn(finding?: { readonly at: number; readonly cell: CompiledCell }): void {
    const before = this.turned;
    if (finding === before) return;
    this.turned = finding;
    if (before) this.layCell(before.at);
    if (finding) this.layCell(finding.at);
  }

  /** Where `soft` is set, a must-have counts as important: it was borrowed, and left nothing possible. */
  load(state: State, soft?: Uint8Array): void {
    this.refresh(state);
    this.ask(state, soft);
    this.weigh();
    for (const rule of this.ruling) if (this.holding[rule.test] === 1) this.hold(rule);
  }

  /** Asks again the tests that look at a field which differs from the last answers, and lays again what they decide. */
  private refresh(state: State): void {
    const { last, stale, isStale, holding } = this;
    const { watching, tests } = this.program;
    for (let field = 0; field < last.length; field++) {
      const value = state[field] as number;
      if (value === last[field]) continue;
      last[field] = value;
      for (const test of watching[field] as readonly number[]) {
        if (isStale[test] === 1) continue;
        isStale[test] = 1;
        stale.push(test);
      }
    }
    let flipped = 0;
    for (const test of stale) {
      isStale[test] = 0;
      const holds = Number((tests[test] as Test)(state));
      if (holds === holding[test]) continue;
      holding[test] = holds;
      stale[flipped++] = test;
    }
    for (let index = 0; index < flipped; index++) {
      const { cells, costs, burdens } = this.decisions.byTest[
        stale[index] as number
      ] as Decisions["byTest"][number];
      for (const at of cells) this.layCell(at);
      for (const at of costs) this.layCost(at);
      for (const burden of burdens) this.layBurden(burden);
    }
    stale.length = 0;
  }

  /** The finding that holds for these answers: by scope, or turned, then as rules credit it. The highest credit holds. */
  private layCell(at: number): void {
    const { holding, program } = this;
    let cell = program.cells[at] as CompiledCell;
    for (const scope of this.decisions.scopes[at] as Decisions["scopes"][number]) {
      if (holding[scope.test] === 0) continue;
      cell = scope;
      break;
    }
    if (this.turned?.at === at) cell = this.turned.cell;
    this.support[at] = cell.support;
    put(this.value, at, cell.value);
    this.usesExtra[at] = Number(cell.usesExtra);
    for (const { test, support, value } of this.decisions.credits[
      at
    ] as Decisions["credits"][number]) {
      if (holding[test] === 0 || value[1] <= (this.value[at * 3 + 1] as number)) continue;
      this.support[at] = support;
      for (let index = 0; index < 3; index++)
        this.value[at * 3 + index] = Math.max(
          this.value[at * 3 + index] as number,
          value[index] as number,
        );
    }
  }

  /** The product of the factors that hold, in per cent; none where no rule changes it. */
  private factorOf(factors: Factors): number | undefined {
    let percent: number | undefined;
    for (const each of factors)
      if (this.holding[each.test] === 1) percent = ((percent ?? 100) * each.percent) / 100;
    return percent;
  }

  /** What a burden costs a variant, by the rules that hold; never above 100. */
  private layCost(at: number): void {
    const { program } = this;
    const percent = this.factorOf(this.decisions.costs[at] as Factors);
    layScaled(this.cost, program.cost[at] as Range, at, percent, 100);
    layScaled(this.costWithExtra, program.costWithExtra[at] as Range, at, percent, 100);
  }

  /** What a burden weighs, by the rules that hold. */
  private layBurden(burden: number): void {
    const { weight } = this.program.burdens[burden] as Program["burdens"][number];
    const percent = this.factorOf(this.decisions.burdens[burden] as Factors);
    layScaled(this.burdenWeight, weight, burden, percent, Number.POSITIVE_INFINITY);
  }

  /** What the answers and the rules ask for, in the order of capabilities. */
  private ask(state: State, soft?: Uint8Array): void {
    const { levels, shares, capability } = this;
    levels.fill(0);
    shares.fill(0);
    for (const index of this.demanding) {
      let level = state[index] as number;
      if (level <= 0) continue;
      if (level === mustHave && soft !== undefined && soft[index] === 1) level--;
      const { demands } = this.program.fields[index] as Field;
      for (let at = 0; at < demands.length; at++) {
        const demand = demands[at] as Field["demands"][number];
        this.demand(demand.capability, level, demand.share);
      }
    }
    for (const { test, needs } of this.needing)
      if (this.holding[test] === 1)
        for (const { capability: asked, level } of needs) this.demand(asked, level, 100);
    this.needs = 0;
    for (let at = 0; at < levels.length; at++) if (levels[at] !== 0) capability[this.needs++] = at;
  }

  /** A capability asked for twice counts once, at the greater importance and share. */
  private demand(capability: number, level: number, share: number): void {
    if (level === 0 || capability < 0) return;
    if (level > (this.levels[capability] as number)) this.levels[capability] = level;
    if (share > (this.shares[capability] as number)) this.shares[capability] = share;
  }

  /** Weights of needs, must-haves that a variant lacks, and extra components that are used. */
  private weigh(): void {
    const { weight, usesExtra, extra, support } = this;
    const variants = this.program.variants.length;
    this.failures.fill(0);
    extra.fill(0);
    for (let need = 0; need < this.needs; need++) {
      const capability = this.capability[need] as number;
      const level = this.levels[capability] as number;
      const share = this.shares[capability] as number;
      const base = this.importance[level] as Range;
      for (let index = 0; index < 3; index++)
        weight[need * 3 + index] = scale(base[index] as number, share);
      const from = capability * variants;
      if ((weight[need * 3 + 2] as number) > 0)
        for (let variant = 0; variant < variants; variant++)
          if (usesExtra[from + variant] === 1) extra[variant] = 1;
      if (level === mustHave)
        for (let variant = 0; variant < variants; variant++)
          if (((unmet >> (support[from + variant] as number)) & 1) === 1) this.fail(variant);
    }
  }

  /** What a rule demands of every variant: levels of support, and burdens below a limit. */
  private hold({ requires, limits }: CompiledRule): void {
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
    for (let variant = 0; variant < marked.length; variant++)
      if (marked[variant] === 1) this.fail(variant);
  }

  private fail(variant: number): void {
    this.failures[variant] = (this.failures[variant] as number) + 1;
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
