import { expect, test } from "vitest";
import { matrix } from "@/lib/site/data";
import { findOverlayProblems } from "./apply";
import { describeOverlay } from "./describe";
import type { Overlay } from "./schema";
import { overlaySentence, stateOverlay } from "./statement";

const house: Overlay = {
  name: "Example Bank",
  policy: { url: "https://wiki.bank.example/mesh", title: "Platform decision 14" },
  asOf: "2026-11-20",
};
const because = "The board has said so.";
const ban = (variant: string) => ({ variant, because });
const cell = { capability: "retries", variant: "linkerd-oss", note: "Ours.", because };
const preset = { id: "ours", label: "Ours", summary: "What we run.", story: "Ours.", answers: {} };

const say = (more: Partial<Overlay>) =>
  describeOverlay(
    { ...house, ...more },
    (variant) => `<${variant}>`,
    (question) => `[${question}]`,
  );

test.each<[Partial<Overlay>, string]>([
  [{}, "no finding is changed"],
  [{ cells: [], banned: [], answers: {}, presets: [] }, "no finding is changed"],
  [{ cells: [cell] }, "one cell corrected"],
  [{ cells: [cell, cell] }, "two cells corrected"],
  [{ banned: [ban("a")] }, "not allowed: <a>"],
  [{ banned: [ban("a"), ban("b")] }, "not allowed: <a> and <b>"],
  [{ preferred: { importance: "nice", variants: [ban("a"), ban("b")] } }, "preferred: <a> and <b>"],
  [{ answers: { mtls: "must" } }, "answered for everybody: [mtls]"],
  [{ presets: [preset] }, "one example added"],
  [
    {
      cells: [cell],
      banned: [ban("a")],
      preferred: { importance: "nice", variants: [ban("b")] },
      answers: { mtls: "must" },
      presets: [preset, preset],
    },
    "one cell corrected; not allowed: <a>; preferred: <b>; answered for everybody: [mtls]; two examples added",
  ],
])("%j is told as “%s”", (more, what) => {
  expect(say(more)).toEqual({ ...house, what });
});

test("a logo is passed on, and none is not", () => {
  expect(say({ logo: "data:image/png;base64,AA==" }).logo).toBe("data:image/png;base64,AA==");
  expect(say({})).not.toHaveProperty("logo");
});

test("what leaves the site says whose edition it is, and whether it applies", () => {
  const notice = say({ banned: [ban("a")] });
  const now = stateOverlay(notice, true);
  const then = stateOverlay(notice, false);
  expect(now).toEqual({ ...house, what: "not allowed: <a>", applies: true });
  expect(now && overlaySentence(now)).toBe(
    "Edition of Example Bank, not the published data: not allowed: <a>.",
  );
  expect(then && overlaySentence(then)).toBe(
    "Edition of Example Bank, whose file is newer than this code: the verdict is that of the data published at that time; what today’s data says is not (not allowed: <a>).",
  );
});

test("each reference that points nowhere is named with its place", () => {
  const taken = matrix.presets[0]?.id ?? "";
  expect(
    findOverlayProblems(matrix, {
      ...house,
      cells: [cell, { ...cell, capability: "x", variant: "y" }],
      banned: [ban("consul-ce"), ban("z")],
      preferred: { importance: "nice", variants: [ban("w")] },
      presets: [preset, { ...preset, id: taken }],
    }),
  ).toEqual([
    { path: ["cells", 1, "capability"], message: 'no capability is called "x"' },
    { path: ["cells", 1, "variant"], message: 'no variant is called "y"' },
    { path: ["banned", 1, "variant"], message: 'no variant is called "z"' },
    { path: ["preferred", "variants", 0, "variant"], message: 'no variant is called "w"' },
    {
      path: ["presets", 1, "id"],
      message: `"${taken}" is an example of the published data: choose another id`,
    },
  ]);
  expect(findOverlayProblems(matrix, house)).toEqual([]);
});

test("a file may ban all variants but one, not all", () => {
  const bans = matrix.variants.map(({ id }) => ban(id));
  const every = {
    path: ["banned"],
    message: "bans every variant, so that nothing could be recommended",
  };
  expect(findOverlayProblems(matrix, { ...house, banned: bans })).toEqual([every]);
  expect(findOverlayProblems(matrix, { ...house, banned: bans.slice(1) })).toEqual([]);
  const twice = [...bans.slice(1), ...bans.slice(1, 2)];
  expect(findOverlayProblems(matrix, { ...house, banned: twice })).toEqual([]);
});
