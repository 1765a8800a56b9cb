/** What we use of the engines we measure against. They are installed for `npm run bench` only, so their own types are not there. */

declare module "json-rules-engine" {
  export type NestedCondition =
    | { readonly all: readonly NestedCondition[] }
    | { readonly any: readonly NestedCondition[] }
    | { readonly not: NestedCondition }
    | { readonly fact: string; readonly operator: string; readonly value: unknown };
  export type TopLevelCondition = Exclude<NestedCondition, { readonly fact: string }>;
  export class Engine {
    constructor(rules: readonly never[], options: { readonly allowUndefinedFacts: boolean });
    addRule(rule: {
      readonly conditions: TopLevelCondition;
      readonly event: { readonly type: string };
    }): void;
    run(
      facts: Readonly<Record<string, unknown>>,
    ): Promise<{ readonly events: readonly { readonly type: string }[] }>;
  }
}

declare module "publicodes" {
  export default class Engine {
    constructor(rules: Readonly<Record<string, unknown>>);
    setSituation(situation: Readonly<Record<string, number>>): void;
    evaluate(rule: string): { readonly nodeValue: unknown };
  }
}
