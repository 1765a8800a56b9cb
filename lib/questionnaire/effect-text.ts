import type { Effect, Importance } from "@/lib/engine/types";
import { capitalised, listed } from "@/lib/result/words";
import { importanceWord } from "./answer-text";
import type { Consequence } from "./effects";
import { listVariants, optionInSentence } from "./names";
import type { Wording } from "./wording";

const order: readonly string[] = ["no", "nice", "important", "must"];

/** A burden's short name as part of a list: only abbreviations keep their capitals. */
function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** What rules would ask for, each capability once at its greatest importance. */
function needTexts(wording: Wording, effects: readonly Effect[]): string[] {
  const greatest = new Map<string, Importance>();
  for (const effect of effects) {
    if (!("need" in effect)) continue;
    const before = greatest.get(effect.need);
    if (before === undefined || order.indexOf(effect.atLeast) > order.indexOf(before))
      greatest.set(effect.need, effect.atLeast);
  }
  if (greatest.size === 0) return [];
  const needs = [...greatest].map(
    ([id, importance]) => `${wording.capabilities[id] ?? id} (${importanceWord(importance)})`,
  );
  return [`asks for ${listed(needs)}`];
}

function ruleTexts(wording: Wording, effects: readonly Effect[]): string[] {
  const weighs = (isHeavier: boolean) =>
    effects.flatMap((effect) =>
      "burden" in effect && !("of" in effect) && effect.times > 100 === isHeavier
        ? [lowered(wording.burdens[effect.burden] ?? effect.burden)]
        : [],
    );
  const makes = (how: string, matches: (effect: Effect) => boolean) => {
    const ids = effects.flatMap((effect) => ("of" in effect && matches(effect) ? effect.of : []));
    return ids.length === 0 ? [] : [`makes ${listed(listVariants(wording, ids))} ${how}`];
  };
  const heavier = weighs(true);
  const lighter = weighs(false);
  return [
    ...needTexts(wording, effects),
    ...(heavier.length > 0 ? [`weighs more: ${heavier.join(", ")}`] : []),
    ...(lighter.length > 0 ? [`weighs less: ${lighter.join(", ")}`] : []),
    ...makes("stronger", (effect) => "credit" in effect),
    ...makes("easier to own", (effect) => "burden" in effect && effect.times < 100),
    ...makes("harder to own", (effect) => "burden" in effect && effect.times > 100),
  ];
}

/** What is ruled out, let in, passes with a warning, or comes first: what changes the picture at once. */
function strongTexts(wording: Wording, consequence: Consequence): string[] {
  const { ruledOut, optionsOut, letIn, warned, possible, first } = consequence;
  const texts: string[] = [];
  if (ruledOut.length > 0 && possible === 0) texts.push("rules out all that is left");
  else if (ruledOut.length > 0)
    texts.push(`rules out ${listed(listVariants(wording, ruledOut, optionsOut))}`);
  if (letIn.length > 0) texts.push(`lets ${listed(listVariants(wording, letIn))} back in`);
  if (warned.length > 0 && warned.length === possible) {
    texts.push(
      warned.length === 1 ? "what is left passes with a warning" : "all left pass with a warning",
    );
  } else if (warned.length > 0) {
    const names = listVariants(wording, warned);
    texts.push(`${listed(names)} ${names.length === 1 ? "passes" : "pass"} with a warning`);
  }
  if (first) texts.push(`puts ${optionInSentence(wording, first)} first`);
  return texts;
}

/** How much an importance counts: "counts 20", a range where one is not sure. */
export function weightText(
  stop: string,
  { weight: [low, typical, high] }: Pick<Consequence, "weight">,
): string | undefined {
  if (stop === "no") return "left out";
  if (stop === "unsure") return high > low ? `counts ${low} to ${high}` : undefined;
  if (typical > 0) return `counts ${typical}`;
  return high > 0 ? undefined : "counted by another answer";
}

/** What a stop does, the strongest first; empty when it does nothing beyond its weight. */
export function effectTexts(wording: Wording, consequence: Consequence): string[] {
  return [...strongTexts(wording, consequence), ...ruleTexts(wording, consequence.effects)];
}

const needed = ["nice", "important", "must"] as const;
type Stop = Importance | "unsure";

/** "Important or must have"; all three that need it together are "Needed at all". */
function nameStops(stops: readonly Stop[]): string {
  const isAll = needed.every((stop) => stops.includes(stop));
  const others = isAll ? stops.filter((stop) => stop === "no" || stop === "unsure") : stops;
  const words = others.map(importanceWord);
  return capitalised(listed(isAll ? ["needed at all", ...words] : words, "or"));
}

/** What the stops of a scale do beyond their weight: each thing once, with the stops that do it. */
export function rowTexts(
  wording: Wording,
  stops: Readonly<Record<string, Consequence>>,
): { readonly stops: string; readonly text: string }[] {
  const doers = new Map<string, Stop[]>();
  for (const stop of ["no", ...needed, "unsure"] as const) {
    const consequence = stops[stop];
    if (!consequence) continue;
    for (const text of effectTexts(wording, consequence))
      doers.set(text, [...(doers.get(text) ?? []), stop]);
  }
  const lines: { stops: string; texts: string[] }[] = [];
  for (const [text, by] of doers) {
    const name = nameStops(by);
    const line = lines.find((each) => each.stops === name);
    if (line) line.texts.push(text);
    else lines.push({ stops: name, texts: [text] });
  }
  return lines.map((line) => ({ stops: line.stops, text: line.texts.join("; ") }));
}
