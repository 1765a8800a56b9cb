import { describe, expect, test } from "vitest";
import { parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { parseRecognition } from "@/lib/data/recognition";
import { realClusters } from "./clusters.fixtures";
import { recogniseAll } from "./recognise";

const files = readJsonFiles();
const recognition = parseRecognition(files, parseReference(files));
const today = "2026-11-29";

function recogniseText(text: string) {
  return recogniseAll(recognition, [{ cluster: "", text }], today);
}

/** “yes” for a row or a flag, the value for a choice, by question or part. */
function answersOf({ proposals }: ReturnType<typeof recogniseText>) {
  return proposals.map(({ question, value, row, flag, certainty }) => ({
    key: row ? `${question}.${row}` : flag ? `${question}.${flag}` : question,
    answer: value ?? "yes",
    certainty,
  }));
}

describe.each(realClusters)("$id: $about", (cluster) => {
  const result = recogniseText(cluster.text);
  const answers = answersOf(result);

  test("nothing that is stated as sure is wrong", () => {
    const sure = answers.filter(({ certainty }) => certainty === "sure");
    const wrong = sure.filter(({ key, answer }) => cluster.true[key] !== answer);
    expect(wrong).toEqual([]);
    expect(sure.filter(({ key }) => cluster.sureNot.includes(key))).toEqual([]);
  });

  test("what its source says is proposed, with the lines it came from", () => {
    const proposed = Object.fromEntries(answers.map(({ key, answer }) => [key, answer]));
    const expected = Object.fromEntries(cluster.find.map((key) => [key, cluster.true[key]]));
    expect(proposed).toMatchObject(expected);
    for (const { lines } of result.proposals) expect(lines.length).toBeGreaterThan(0);
  });

  test("counts, versions and warnings are those of its source", () => {
    const [facts] = result.clusters;
    if (cluster.nodes !== undefined) expect(facts?.counts.nodes).toBe(cluster.nodes);
    if (cluster.kubernetesVersion) expect(facts?.kubernetes).toBe(cluster.kubernetesVersion);
    for (const [mesh, version] of Object.entries(cluster.mesh)) {
      const versions = facts?.facts.find(({ id }) => id === mesh)?.versions ?? [];
      expect(versions.map((each) => each.replace(/^[a-z]+-/, ""))).toContain(version);
    }
    expect([...new Set(result.warnings.map(({ id }) => id))].sort()).toEqual(
      [...cluster.warn].sort(),
    );
  });
});
