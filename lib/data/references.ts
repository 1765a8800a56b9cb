import type { Slot } from "@/lib/answers/slots";
import { isImportance, isRows, questionsOf } from "@/lib/engine/condition";
import type { Answer, Answers, Condition } from "@/lib/engine/types";
import { compileQuestion } from "./compile";
import { answersOf, canAsk } from "./decision-answers";
import { evidenceOf, findingsOf } from "./findings";
import type { Matrix, QuestionText } from "./types";

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function findBrokenPart(question: QuestionText, answer: Answer): string[] {
  const { id } = question;
  switch (question.kind) {
    case "choice":
      return question.values.some((value) => value.id === answer)
        ? []
        : [`"${id}" has no value "${String(answer)}"`];
    case "importance":
      return isImportance(answer) ? [] : [`"${id}" takes an importance`];
    case "flags": {
      if (!Array.isArray(answer)) return [`"${id}" takes a list of flags`];
      const flags = answer.filter((flag) => !question.flags.some((each) => each.id === flag));
      return flags.map((flag) => `"${id}" has no flag "${flag}"`);
    }
    case "needs": {
      if (!isRows(answer)) return [`"${id}" takes an importance per row`];
      const rows = Object.keys(answer).filter(
        (row) => !question.rows.some((each) => each.id === row),
      );
      return rows.map((row) => `"${id}" has no row "${row}"`);
    }
  }
}

function findBrokenAnswer(questions: readonly QuestionText[], answers: Answers): string[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.find((each) => each.id === id);
    if (!question) return [`no question is called "${id}"`];
    return answer === "unsure" ? [] : findBrokenPart(question, answer);
  });
}

/** What a condition names that does not exist, as sentences. */
export function findBrokenCondition(
  questions: readonly QuestionText[],
  condition: Condition,
): string[] {
  const unknown = questionsOf(condition).filter(
    (id) => !questions.some((question) => question.id === id),
  );
  if (unknown.length > 0) return unknown.map((id) => `no question is called "${id}"`);
  return leaves(condition).flatMap((leaf) => {
    const question = questions.find((each) => each.id === leaf.question);
    if (!question) return [];
    if ("is" in leaf) {
      return leaf.is
        .filter((value) => value !== "unsure")
        .flatMap((value) => findBrokenAnswer(questions, { [leaf.question]: value }));
    }
    if ("has" in leaf) return findBrokenAnswer(questions, { [leaf.question]: [leaf.has] });
    if ("row" in leaf && leaf.row)
      return findBrokenAnswer(questions, { [leaf.question]: { [leaf.row]: "nice" } });
    return [];
  });
}

function nameOfSlot(slot: Slot): string {
  if (slot.kind === "row") return `${slot.question}.${slot.row}`;
  return slot.kind === "flag" ? `${slot.question}.${slot.flag}` : slot.question;
}

function slotsNeededBy(question: QuestionText): string[] {
  const parts =
    question.kind === "needs" ? question.rows : question.kind === "flags" ? question.flags : [];
  return [question.id, ...parts.map((part) => `${question.id}.${part.id}`)];
}

type Leaf = Extract<Condition, { question: string }>;

function leaves(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leaves);
  if ("any" in condition) return condition.any.flatMap(leaves);
  if ("not" in condition) return leaves(condition.not);
  return [condition];
}

/** A profile the engine could not borrow from: it names what does not exist, or asks what no question asks. */
function findBrokenDecisions(matrix: Matrix): string[] {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const options = ids(matrix.options);
  const choices = new Set([...options, ...ids(matrix.variants)]);
  const capabilities = ids(matrix.capabilities);
  const protocols = ids(matrix.protocols);
  const questions = matrix.questions.map((question) => compileQuestion(question));
  return matrix.decisions.flatMap((decision) => {
    const { option, variant } = decision.choice;
    const problems = [
      ...(protocols.has(decision.protocol)
        ? []
        : [`protocol: no protocol is called "${decision.protocol}"; protocols.json lists them`]),
      ...(options.has(option) ? [] : [`choice.option: no option is called "${option}"`]),
      ...[...(variant ? [variant] : []), ...decision.acceptable]
        .filter((each) => !choices.has(each))
        .map((each) => `choice, acceptable: no option or variant is called "${each}"`),
      ...Object.keys(decision.needs).flatMap((capability) => {
        if (!capabilities.has(capability))
          return [`needs.${capability}: no capability is called so: rename or remove it`];
        if (canAsk(questions, capability)) return [];
        return [
          `needs.${capability}: no question asks for it: say in lib/data/decision-answers.ts where it belongs, or move it to "beyond"`,
        ];
      }),
      ...findBrokenAnswer(matrix.questions, answersOf(questions, decision)).map(
        (problem) => `its answers: ${problem}: fix lib/data/decision-answers.ts`,
      ),
    ];
    return problems.map((problem) => `data/decisions/${decision.id}.json: ${problem}`);
  });
}

/** Every reference between files that points nowhere, as sentences that name file and entry; empty when all hold. */
export function findBrokenReferences(matrix: Matrix): string[] {
  const broken: string[] = [];
  const variants = new Set(matrix.variants.map(({ id }) => id));
  const options = new Set(matrix.options.map(({ id }) => id));
  const capabilities = new Set(matrix.capabilities.map(({ id }) => id));
  const burdens = new Set(matrix.burdens.map(({ id }) => id));
  const groups = new Set(matrix.groups.map(({ id }) => id));
  const sections = new Set(matrix.sections.map(({ id }) => id));

  function known(where: string, kind: string, set: ReadonlySet<string>, ids: Iterable<string>) {
    for (const each of ids)
      if (!set.has(each)) broken.push(`${where}: no ${kind} is called "${each}"`);
  }
  function exactly(where: string, ids: readonly string[]) {
    known(where, "variant", variants, ids);
    for (const each of variants)
      if (!ids.includes(each)) broken.push(`${where}: the variant "${each}" is missing`);
  }

  for (const [file, ids] of [
    [
      "options.json",
      [...matrix.options, ...matrix.variants, ...matrix.retired].map(({ id }) => id),
    ],
    ["questions.json", matrix.questions.map(({ id }) => id)],
    ["rules.json", matrix.rules.map(({ id }) => id)],
    ["presets.json", matrix.presets.map(({ id }) => id)],
    ["burdens.json", matrix.burdens.map(({ id }) => id)],
  ] as const) {
    for (const id of duplicates(ids)) broken.push(`data/${file}: "${id}" appears twice`);
  }
  const extras = new Set(matrix.variants.filter(({ extra }) => extra).map(({ id }) => id));
  for (const variant of [...matrix.variants, ...matrix.retired])
    known(`data/options.json: ${variant.id}`, "option", options, [variant.option]);
  for (const { id, becomes } of matrix.retired)
    known(`data/options.json: ${id}`, "variant", variants, becomes);
  for (const capability of matrix.capabilities) {
    const where = `data/capabilities/${capability.id}.json`;
    known(where, "group", groups, [capability.group]);
    exactly(where, Object.keys(capability.cells));
    for (const [variant, cell] of Object.entries(capability.cells)) {
      for (const { when } of cell.scopes ?? [])
        for (const problem of findBrokenCondition(matrix.questions, when))
          broken.push(`${where}: ${variant}: scopes: ${problem}`);
      if (findingsOf(cell).some(({ needsExtra }) => needsExtra) && !extras.has(variant))
        broken.push(`${where}: ${variant}: needsExtra, but options.json names no extra for it`);
      const late = evidenceOf(cell).filter(({ checked }) => checked > matrix.release.asOf);
      if (late.length > 0) broken.push(`${where}: ${variant}: checked after the data’s own date`);
    }
  }
  for (const burden of matrix.burdens) {
    const where = `data/burdens.json: ${burden.id}`;
    exactly(where, Object.keys(burden.values));
    for (const cost of Object.values(burden.values))
      known(where, "capability", capabilities, cost.cells);
    known("data/levels.json: burdens", "weight for", new Set(Object.keys(matrix.levels.burdens)), [
      burden.id,
    ]);
  }
  known("data/levels.json: burdens", "burden", burdens, Object.keys(matrix.levels.burdens));
  for (const question of matrix.questions) {
    const where = `data/questions.json: ${question.id}`;
    known(where, "section", sections, [question.section]);
    if (question.askedIf)
      for (const problem of findBrokenCondition(matrix.questions, question.askedIf))
        broken.push(`${where}: askedIf: ${problem}`);
    if (question.kind === "importance")
      known(
        where,
        "capability",
        capabilities,
        question.demands.map((each) => each.capability),
      );
    if (question.kind === "needs") {
      for (const row of question.rows)
        known(
          where,
          "capability",
          capabilities,
          row.demands.map((each) => each.capability),
        );
    }
  }
  for (const rule of matrix.rules) {
    const where = `data/rules.json: ${rule.id}`;
    for (const problem of findBrokenCondition(matrix.questions, rule.when))
      broken.push(`${where}: ${problem}`);
    for (const effect of rule.effects) {
      if ("need" in effect) known(where, "capability", capabilities, [effect.need]);
      if ("require" in effect) known(where, "capability", capabilities, [effect.require]);
      if ("credit" in effect) known(where, "capability", capabilities, effect.credit);
      if ("limit" in effect) known(where, "burden", burdens, [effect.limit]);
      if ("burden" in effect) known(where, "burden", burdens, [effect.burden]);
      if ("of" in effect) known(where, "variant", variants, effect.of);
    }
  }
  for (const { question: id, to = [] } of matrix.likelyChanges) {
    const where = "data/likely-changes.json";
    const question = matrix.questions.find((each) => each.id === id);
    if (!question) broken.push(`${where}: unknown question "${id}"`);
    else {
      const parts = slotsNeededBy(question).map((part) => part.slice(id.length + 1));
      const values = question.kind === "choice" ? question.values.map((value) => value.id) : parts;
      known(`${where}: ${id}`, "value, row or flag", new Set(values), to);
    }
  }
  for (const { id, when, between } of matrix.contradictions) {
    const where = `data/contradictions.json: ${id}`;
    for (const problem of findBrokenCondition(matrix.questions, when))
      broken.push(`${where}: ${problem}`);
    known(where, "question", new Set(matrix.questions.map((question) => question.id)), between);
  }
  for (const slot of matrix.slots) {
    const where = "data/slots.json";
    if (slot.kind === "choice") {
      for (const value of slot.values)
        for (const problem of findBrokenAnswer(matrix.questions, { [slot.question]: value }))
          broken.push(`${where}: ${problem}`);
      const question = matrix.questions.find(({ id }) => id === slot.question);
      const missing =
        question?.kind === "choice"
          ? question.values.filter(({ id }) => !slot.values.includes(id))
          : [];
      for (const { id } of missing)
        broken.push(`${where}: append "${id}" to the values of "${slot.question}"`);
    }
  }
  const slotNames = new Set(matrix.slots.map(nameOfSlot));
  for (const question of matrix.questions) {
    for (const name of slotsNeededBy(question)) {
      if (!slotNames.has(name)) broken.push(`data/slots.json: append a slot for ${name}`);
    }
  }
  for (const { id, answers } of matrix.presets) {
    for (const problem of findBrokenAnswer(matrix.questions, answers))
      broken.push(`data/presets.json: ${id}: ${problem}`);
  }
  for (const { id, answers, expect } of matrix.scenarios) {
    const where = `data/scenarios/${id}.json`;
    for (const problem of findBrokenAnswer(matrix.questions, answers))
      broken.push(`${where}: ${problem}`);
    known(where, "option", options, expect.first);
    known(where, "variant", variants, [...(expect.variants ?? []), ...(expect.ruledOut ?? [])]);
    known(where, "capability", capabilities, expect.because ?? []);
  }
  broken.push(...findBrokenDecisions(matrix));
  return broken;
}
