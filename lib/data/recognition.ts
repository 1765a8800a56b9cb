import type { Finding } from "./check/finding";
import { thingFiles } from "./files";
import { parseFile } from "./parse";
import { meshVersionsSchema, proposalRulesSchema, thingsSchema } from "./recognition-schema";
import type { Recognition } from "./recognition-types";
import type { Matrix, Reference } from "./types";

/**
 * Parses data/recognise (path from data/ → JSON), with the dates that versions end on.
 * @throws {DataError} on the first file whose shape is wrong.
 */
export function parseRecognition(
  files: Readonly<Record<string, unknown>>,
  { milestones }: Pick<Reference, "milestones">,
): Recognition {
  const versions = parseFile(files, "recognise/versions.json", meshVersionsSchema);
  const dated = new Set(
    versions.flatMap(({ lines }) => lines.flatMap(({ milestone }) => milestone ?? [])),
  );
  return {
    things: Object.keys(files)
      .filter((file) => thingFiles.test(file))
      .sort()
      .flatMap((file) => parseFile(files, file, thingsSchema)),
    proposals: parseFile(files, "recognise/answers.json", proposalRulesSchema),
    versions,
    milestones: milestones
      .filter(({ id }) => dated.has(id))
      .map(({ id, date, title, source }) => ({ id, date, title, source })),
  };
}

/** What data/recognise names that does not exist, or says twice. */
export function checkRecognition(
  files: Readonly<Record<string, unknown>>,
  { questions }: Pick<Matrix, "questions">,
  reference: Pick<Reference, "milestones">,
): Finding[] {
  const { things, proposals, versions } = parseRecognition(files, reference);
  const ids = new Set(things.map(({ id }) => id));
  const kinds = new Set(things.map(({ kind }) => `kind:${kind}`));
  const findings: Finding[] = [];
  const complain = (file: string, path: Finding["path"], message: string) =>
    findings.push({ file: `recognise/${file}.json`, path, message });

  for (const file of Object.keys(files).filter((name) => thingFiles.test(name)))
    parseFile(files, file, thingsSchema).forEach(({ id }, index) => {
      if (things.filter((thing) => thing.id === id).length > 1)
        findings.push({ file, path: [index, "id"], message: `"${id}" appears twice` });
    });
  proposals.forEach((rule, index) => {
    if (proposals.findIndex(({ id }) => id === rule.id) !== index)
      complain("answers", [index, "id"], `"${rule.id}" appears twice`);
    const question = questions.find(({ id }) => id === rule.question);
    const parts = {
      value: question?.kind === "choice" ? question.values : undefined,
      row: question?.kind === "needs" ? question.rows : undefined,
      flag: question?.kind === "flags" ? question.flags : undefined,
    };
    const named = (["value", "row", "flag"] as const).filter((part) => rule[part] !== undefined);
    if (!question)
      complain("answers", [index, "question"], `no question is called "${rule.question}"`);
    else if (named.length !== 1) complain("answers", [index], "name one of value, row and flag");
    for (const part of named)
      if (question && !parts[part]?.some(({ id }) => id === rule[part]))
        complain("answers", [index, part], `"${rule.question}" has no ${part} "${rule[part]}"`);
    // A row is a wish: that something is there does not say that it must take part.
    if (rule.row !== undefined && rule.certainty === "sure")
      complain("answers", [index, "certainty"], "a row is a wish: make it likely or a hint");
    for (const [clause, references] of Object.entries(rule.when))
      if (Array.isArray(references))
        references.forEach((each, at) => {
          if (!ids.has(each) && !kinds.has(each))
            complain("answers", [index, "when", clause, at], `no thing is called "${each}"`);
        });
    if (Object.keys(rule.when).length === 0)
      complain("answers", [index, "when"], "is empty: say what it rests on");
  });
  versions.forEach(({ thing, lines }, index) => {
    if (!ids.has(thing)) complain("versions", [index, "thing"], `no thing is called "${thing}"`);
    lines.forEach(({ milestone }, at) => {
      if (milestone && !reference.milestones.some(({ id }) => id === milestone))
        complain("versions", [index, "lines", at, "milestone"], `no date is called "${milestone}"`);
    });
  });
  return findings;
}
