import type { Slot } from "@/lib/answers/slots";
import { isImportance, isRows, questionsOf } from "@/lib/engine/condition";
import type { Answer, Answers, Condition } from "@/lib/engine/types";
import { type Finding, Findings, type Path } from "./check/finding";
import { compileQuestion } from "./compile";
import { answersOf, canAsk } from "./decision-answers";
import { evidenceOf, findingsOf } from "./findings";
import type { Matrix, QuestionText } from "./types";

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

type Ids = ReadonlySet<string>;
const idsOf = (list: readonly { readonly id: string }[]): Ids => new Set(list.map(({ id }) => id));

/** Every id that another file may name. */
function readIds(matrix: Matrix) {
  return {
    variants: idsOf(matrix.variants),
    options: idsOf(matrix.options),
    capabilities: idsOf(matrix.capabilities),
    burdens: idsOf(matrix.burdens),
    groups: idsOf(matrix.groups),
    sections: idsOf(matrix.sections),
    questions: idsOf(matrix.questions),
    protocols: idsOf(matrix.protocols),
  };
}

/** Every reference between files of the matrix that points nowhere; empty when all hold. */
export function findBrokenReferences(matrix: Matrix): readonly Finding[] {
  const found = new Findings();
  const ids = readIds(matrix);
  checkOptions(matrix, ids, found);
  checkCapabilities(matrix, ids, found);
  checkBurdens(matrix, ids, found);
  checkQuestions(matrix, ids, found);
  checkRules(matrix, ids, found);
  checkSlots(matrix, found);
  checkExamples(matrix, ids, found);
  checkDecisions(matrix, ids, found);
  return found.all;
}

type AllIds = ReturnType<typeof readIds>;

/** Holds that a record has an entry for each variant and no other. */
function exactly(found: Findings, file: string, path: Path, variants: Ids, ids: readonly string[]) {
  for (const id of ids) found.known(file, [...path, id], "variant", variants, id);
  for (const each of variants)
    if (!ids.includes(each)) found.say(file, path, `the variant "${each}" is missing`);
}

function checkOptions(matrix: Matrix, { options, variants }: AllIds, found: Findings) {
  const file = "options.json";
  const lists = ["options", "variants", "retired"] as const;
  const places = lists.flatMap((list) =>
    matrix[list].map(({ id }, at) => ({ id, path: [list, at, "id"] })),
  );
  found.unique(
    file,
    places.map(({ id }) => id),
    (at) => places[at]?.path ?? [],
  );
  for (const list of ["variants", "retired"] as const)
    matrix[list].forEach(({ option }, at) => {
      found.known(file, [list, at, "option"], "option", options, option);
    });
  matrix.retired.forEach(({ becomes }, at) => {
    found.allKnown(file, ["retired", at, "becomes"], "variant", variants, becomes);
  });
}

function checkCapabilities(matrix: Matrix, { groups, variants }: AllIds, found: Findings) {
  const extras = new Set(matrix.variants.filter(({ extra }) => extra).map(({ id }) => id));
  for (const capability of matrix.capabilities) {
    const file = `capabilities/${capability.id}.json`;
    found.known(file, ["group"], "group", groups, capability.group);
    exactly(found, file, ["cells"], variants, Object.keys(capability.cells));
    for (const [variant, cell] of Object.entries(capability.cells)) {
      const path = ["cells", variant];
      cell.scopes?.forEach(({ when }, at) => {
        for (const problem of findBrokenCondition(matrix.questions, when))
          found.say(file, [...path, "scopes", at, "when"], problem);
      });
      if (findingsOf(cell).some(({ needsExtra }) => needsExtra) && !extras.has(variant))
        found.say(file, path, "needsExtra, but options.json names no extra for it");
      if (evidenceOf(cell).some(({ checked }) => checked > matrix.release.asOf))
        found.say(file, path, "checked after the data’s own date");
    }
  }
}

function checkBurdens(matrix: Matrix, ids: AllIds, found: Findings) {
  const file = "burdens.json";
  found.unique(
    file,
    matrix.burdens.map(({ id }) => id),
    (at) => [at, "id"],
  );
  matrix.burdens.forEach(({ id, values }, at) => {
    exactly(found, file, [at, "values"], ids.variants, Object.keys(values));
    for (const [variant, { cells }] of Object.entries(values))
      found.allKnown(file, [at, "values", variant, "cells"], "capability", ids.capabilities, cells);
    if (!(id in matrix.levels.burdens))
      found.say("levels.json", ["burdens"], `the weight of "${id}" is missing`);
  });
  for (const id of Object.keys(matrix.levels.burdens))
    found.known("levels.json", ["burdens", id], "burden", ids.burdens, id);
}

function checkQuestions(matrix: Matrix, ids: AllIds, found: Findings) {
  const file = "questions.json";
  const { questions } = matrix;
  found.unique(
    file,
    questions.map(({ id }) => id),
    (at) => ["questions", at, "id"],
  );
  questions.forEach((question, at) => {
    const path = ["questions", at];
    found.known(file, [...path, "section"], "section", ids.sections, question.section);
    for (const problem of question.askedIf ? findBrokenCondition(questions, question.askedIf) : [])
      found.say(file, [...path, "askedIf"], problem);
    const demanding =
      question.kind === "importance"
        ? [{ demands: question.demands, path }]
        : question.kind === "needs"
          ? question.rows.map(({ demands }, row) => ({ demands, path: [...path, "rows", row] }))
          : [];
    for (const { demands, path } of demanding)
      demands.forEach(({ capability }, index) => {
        found.known(
          file,
          [...path, "demands", index, "capability"],
          "capability",
          ids.capabilities,
          capability,
        );
      });
  });
  matrix.likelyChanges.forEach(({ question: id, to = [] }, at) => {
    const question = questions.find((each) => each.id === id);
    const file = "likely-changes.json";
    found.known(file, [at, "question"], "question", ids.questions, id);
    if (!question) return;
    const parts = slotsNeededBy(question).map((part) => part.slice(id.length + 1));
    const values = question.kind === "choice" ? question.values.map((value) => value.id) : parts;
    found.allKnown(file, [at, "to"], `value, row or flag of "${id}"`, new Set(values), to);
  });
  matrix.contradictions.forEach(({ when, between }, at) => {
    for (const problem of findBrokenCondition(questions, when))
      found.say("contradictions.json", [at, "when"], problem);
    found.allKnown("contradictions.json", [at, "between"], "question", ids.questions, between);
  });
}

function checkRules(matrix: Matrix, ids: AllIds, found: Findings) {
  const file = "rules.json";
  found.unique(
    file,
    matrix.rules.map(({ id }) => id),
    (at) => [at, "id"],
  );
  matrix.rules.forEach(({ when, effects }, at) => {
    for (const problem of findBrokenCondition(matrix.questions, when))
      found.say(file, [at, "when"], problem);
    effects.forEach((effect, index) => {
      const path = [at, "effects", index];
      const known = (key: string, kind: string, set: Ids, id: string) =>
        found.known(file, [...path, key], kind, set, id);
      if ("need" in effect) known("need", "capability", ids.capabilities, effect.need);
      if ("require" in effect) known("require", "capability", ids.capabilities, effect.require);
      if ("limit" in effect) known("limit", "burden", ids.burdens, effect.limit);
      if ("burden" in effect) known("burden", "burden", ids.burdens, effect.burden);
      if ("credit" in effect)
        found.allKnown(file, [...path, "credit"], "capability", ids.capabilities, effect.credit);
      if ("of" in effect) found.allKnown(file, [...path, "of"], "variant", ids.variants, effect.of);
    });
  });
}

function checkSlots({ slots, questions }: Matrix, found: Findings) {
  const file = "slots.json";
  slots.forEach((slot, at) => {
    if (slot.kind !== "choice") return;
    slot.values.forEach((value, index) => {
      for (const problem of findBrokenAnswer(questions, { [slot.question]: value }))
        found.say(file, [at, "values", index], problem);
    });
    const question = questions.find(({ id }) => id === slot.question);
    for (const { id } of question?.kind === "choice" ? question.values : [])
      if (!slot.values.includes(id))
        found.say(file, [at, "values"], `append "${id}" to the values of "${slot.question}"`);
  });
  const slotNames = new Set(slots.map(nameOfSlot));
  for (const name of questions.flatMap(slotsNeededBy))
    if (!slotNames.has(name)) found.say(file, [], `append a slot for ${name}`);
}

function checkExamples(matrix: Matrix, ids: AllIds, found: Findings) {
  found.unique(
    "presets.json",
    matrix.presets.map(({ id }) => id),
    (at) => [at, "id"],
  );
  matrix.presets.forEach(({ answers }, at) => {
    found.all.push(...checkAnswers(matrix, "presets.json", [at, "answers"], answers));
  });
  for (const { id, answers, expect } of matrix.scenarios) {
    const file = `scenarios/${id}.json`;
    found.all.push(...checkAnswers(matrix, file, ["answers"], answers));
    const path = (key: string) => ["expect", key];
    found.allKnown(file, path("first"), "option", ids.options, expect.first);
    for (const key of ["variants", "ruledOut"] as const)
      found.allKnown(file, path(key), "variant", ids.variants, expect[key] ?? []);
    found.allKnown(file, path("because"), "capability", ids.capabilities, expect.because ?? []);
  }
}

/** What answers name that no question has. */
export function checkAnswers(
  { questions }: Pick<Matrix, "questions">,
  file: string,
  path: Path,
  answers: Answers,
): Finding[] {
  return Object.entries(answers).flatMap(([id, answer]) =>
    findBrokenAnswer(questions, { [id]: answer }).map((message) => ({
      file,
      path: [...path, id],
      message,
    })),
  );
}

/** A profile the engine could not borrow from: it names what does not exist, or asks what no question asks. */
function checkDecisions(matrix: Matrix, ids: AllIds, found: Findings) {
  const choices = new Set([...ids.options, ...ids.variants]);
  const questions = matrix.questions.map((question) => compileQuestion(question));
  for (const decision of matrix.decisions) {
    const file = `decisions/${decision.id}.json`;
    const { option, variant } = decision.choice;
    found.known(file, ["protocol"], "protocol", ids.protocols, decision.protocol);
    found.known(file, ["choice", "option"], "option", ids.options, option);
    if (variant) found.known(file, ["choice", "variant"], "option or variant", choices, variant);
    found.allKnown(file, ["acceptable"], "option or variant", choices, decision.acceptable);
    for (const capability of Object.keys(decision.needs)) {
      const path = ["needs", capability];
      found.known(file, path, "capability", ids.capabilities, capability);
      if (ids.capabilities.has(capability) && !canAsk(questions, capability))
        found.say(
          file,
          path,
          'no question asks for it: say in lib/data/decision-answers.ts where it belongs, or move it to "beyond"',
        );
    }
    for (const { message } of checkAnswers(matrix, file, [], answersOf(questions, decision)))
      found.say(file, [], `its answers: ${message}: fix lib/data/decision-answers.ts`);
  }
}
