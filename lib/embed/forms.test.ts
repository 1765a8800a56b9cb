import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import type { Answers } from "@/lib/engine/types";
import { assess } from "@/lib/result/result";
import { matrix, table } from "@/lib/site/data";
import { escapeMarkup } from "@/lib/text/markup";
import { drawBadge } from "./badge";
import { briefVerdict } from "./brief";
import { drawCard } from "./card";
import { cardSize } from "./card-size";
import { writeEmbed, writeEmbedProblem } from "./document";
import { type EmbedView, viewEmbed } from "./embed-view";
import { countHeight } from "./height";
import { answerOembed } from "./oembed";
import { paintCard } from "./paint";
import { readEmbedOptions } from "./parameters";

const release = { id: "2026.11", asOf: "2026-11-24" };

function viewOf(answers: Answers): EmbedView {
  const code = encodeAnswers(matrix.slots, answers, 0);
  return viewEmbed(assess(matrix, table, code, answers), release);
}

/** Nothing can run on Nomad that is also open source, free of licences and has an interface of its own. */
const impossible = viewOf({
  platform: "nomad",
  licence: "foundation",
  mtls: "must",
  strict: "must",
});

const views: readonly (readonly [string, EmbedView])[] = [
  ...matrix.presets.map(({ id, answers }) => [id, viewOf(answers)] as const),
  ["nothing answered", viewOf({})],
  ["nothing possible", impossible],
];

const hostile = {
  script: `"><script>alert(1)</script><svg onload=alert(2)>`,
  entity: "&lt;b&gt; &amp; ]]> --> {x} {{y}} %7B",
  quotes: `' " \` ‘ ’`,
  direction: "\u202egnp.exe\u2066 \u200fשלום",
  long: "W".repeat(10_000),
} as const;

const optionsOf = (title: string, note = title) =>
  readEmbedOptions(new URLSearchParams({ view: "full", title, note }));

/** What an HTML or XML parser would take for tags, by name. */
const tagsOf = (text: string) =>
  [...text.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name = ""]) => name);
const ownTags = new Set(
  "html head meta title style body main p bdi h1 h2 span b svg path rect ul ol li a g circle text tspan desc".split(
    " ",
  ),
);

describe.each(views)("%s", (_, view) => {
  const { verdict, ranking } = view;

  test("the document says the verdict, loads nothing and stays under 15 kB", () => {
    const full = writeEmbed(view, optionsOf("Payments", "For the board"));
    const compact = writeEmbed(view, { view: "compact", theme: "auto" });
    for (const text of [full, compact]) {
      expect(text).toContain(escapeMarkup(verdict.heading));
      expect(text).toContain(`href="/r/${view.code}`);
      expect(text).not.toMatch(
        /<script|<link|<img|<iframe|<form|url\(|https?:\/\/|\son\w+=|undefined|NaN/,
      );
    }
    expect(gzipSync(full).length).toBeLessThan(15_000);
    for (const { option, points, out } of ranking) {
      expect(full).toContain(option.name);
      expect(full).toContain(escapeMarkup(points ?? `ruled out: ${out}`));
    }
    expect(full).toContain(escapeMarkup(verdict.explanation));
  });

  test("the pictures say the same, load nothing and are small", () => {
    const card = drawCard(view, { theme: "auto", title: "Payments" });
    const badge = drawBadge(view);
    expect(Buffer.byteLength(card)).toBeLessThan(20_000);
    expect(Buffer.byteLength(badge)).toBeLessThan(2_000);
    for (const text of [card, badge]) {
      expect(text.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
        /url\(|https?:|href|<script|undefined|NaN/,
      );
    }
    expect(card).toContain("prefers-color-scheme:dark");
    expect(drawCard(view, { theme: "dark" })).not.toContain("@media");
    expect(badge).toContain(escapeMarkup(briefVerdict(view)));
    const ys = [...card.matchAll(/<text x="30" y="(\d+)" font-size="17"/g)].map(([, y]) =>
      Number(y),
    );
    expect(Math.max(...ys)).toBeLessThan(170);
  });

  test.each(Object.entries(hostile))("a hostile title and note stay words: %s", (_name, text) => {
    const document = writeEmbed(view, optionsOf(text));
    const card = drawCard(view, { theme: "auto", title: optionsOf(text).title });
    expect([...tagsOf(document), ...tagsOf(card)].filter((tag) => !ownTags.has(tag))).toEqual([]);
    for (const made of [document, card]) {
      expect(made).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
      expect(made.length).toBeLessThan(25_000);
    }
  });

  test("the counted height grows as the frame gets narrower and the words more", () => {
    // The picture shrinks with the frame, by less than ten pixels between these widths; the words only grow.
    const heights = [720, 480, 360, 280].map((width) =>
      countHeight(view, optionsOf("t", "n"), width),
    );
    for (const [index, height] of heights.slice(1).entries())
      expect(height).toBeGreaterThan((heights[index] ?? 0) - 25);
    expect(heights.at(-1)).toBeGreaterThan(heights[0] ?? 0);
    const compact = countHeight(view, { view: "compact", theme: "auto" }, 360);
    expect(compact).toBeLessThan(countHeight(view, { view: "full", theme: "auto" }, 360));
  });
});

test("an organisation’s edition is named in every form, and costs none its size or its place", () => {
  const edition = "Bank of <b>Ω</b> & “Sons”, Western and Northern Provinces Ltd";
  for (const [id, published] of views) {
    const view = { ...published, edition };
    const full = { view: "full", theme: "auto" } as const;
    const document = writeEmbed(view, full);
    const card = drawCard(view, { theme: "auto", title: "Payments" });
    const badge = drawBadge(view);
    for (const text of [document, card, badge]) expect(text, id).toContain(escapeMarkup(edition));
    expect(card).toMatch(/text-anchor="end">data 2026.11, edition of Bank of [^<]*…<\/text>/);
    expect([...tagsOf(document), ...tagsOf(card)].filter((tag) => !ownTags.has(tag))).toEqual([]);
    expect(gzipSync(document).length).toBeLessThan(15_000);
    expect(Buffer.byteLength(card)).toBeLessThan(20_000);
    expect(countHeight(view, full, 280)).toBeGreaterThan(countHeight(published, full, 280));
    const request = { format: "json", kind: "rich", code: view.code, options: full } as const;
    const limits = { maxWidth: 480, maxHeight: 900 };
    expect(answerOembed(view, { ...request, ...limits }, "https://mesh.example")).toMatchObject({
      provider_name: `Choose a service mesh, edition of ${edition}`,
    });
    for (const text of [writeEmbed(published, full), drawBadge(published)])
      expect(text).not.toContain("edition of");
  }
});

test("nothing possible is said in every form", () => {
  expect(impossible.verdict.word).toBe("impossible");
  expect(briefVerdict(impossible)).toBe("nothing is possible");
  expect(impossible.ranking.every(({ out }) => out !== undefined && out !== "")).toBe(true);
  expect(drawCard(impossible, { theme: "light" })).toContain('class="dash"');
});

test("verdicts are told in one name and one word", () => {
  const brief = new Map(views.map(([id, view]) => [id, briefVerdict(view)]));
  expect(brief.get("fintech-three-clusters")).toMatch(/^Istio, sidecar mode · /);
  for (const text of brief.values())
    expect(text).toMatch(
      /^\S.* · (clear|too close to call|(too early to call|(leaning|nearest) so far), (\d+ of \d+ answered|all \d+ answered, some in part)|leaning|nearest)$|^nothing is possible$|^no needs named yet$/,
    );
});

test("a code that cannot be opened gets a document that says why", () => {
  const text = writeEmbedProblem("damaged", { view: "compact", theme: "dark" });
  expect(text).toContain("lost or changed on the way");
  expect(text).toContain('data-theme="dark"');
  expect(text).not.toContain("<script");
});

test("only an embed that is asked for its height holds the script, for that host alone", () => {
  const text = writeEmbed(
    impossible,
    { view: "compact", theme: "auto" },
    "https://wiki.example.org",
  );
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).toContain('data-host="https://wiki.example.org"');
});

test("the card is painted as a PNG of the size that networks ask for, in the site’s own font", async () => {
  const png = Buffer.from(
    await paintCard(drawCard(impossible, { theme: "light", title: "Zürich" })),
  );
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(cardSize.width * 2);
  expect(png.readUInt32BE(20)).toBe(cardSize.height * 2);
  const font = "node_modules/@expo-google-fonts/radio-canada/400Regular/RadioCanada_400Regular.ttf";
  expect(readFileSync(font).length).toBeGreaterThan(100_000);
  const blank = await paintCard(
    drawCard(impossible, { theme: "light" }).replace(/<text[\s\S]*?<\/text>/g, ""),
  );
  expect(Buffer.compare(png, Buffer.from(blank))).not.toBe(0);
});
