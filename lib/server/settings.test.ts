import { expect, test } from "vitest";
import { readSettings } from "./settings";

const problemsOf = (environment: Record<string, string>) => {
  const read = readSettings(environment);
  return read.ok ? [] : read.problems;
};

test("nothing has to be set", () => {
  const read = readSettings({});
  expect(read).toMatchObject({
    ok: true,
    settings: { port: 3000, host: "0.0.0.0", origin: undefined, caching: "public" },
  });
});

test("each wrong value stops the start with its name and what it should be", () => {
  for (const [name, value] of [
    ["PORT", "http"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["SITE_URL", "mesh.example.org"],
    ["SITE_URL", "ftp://mesh.example.org"],
    ["SITE_URL", "https://mesh.example.org/advisor"],
    ["SITE_URL", "https://someone@mesh.example.org"],
    ["EMBED_ANCESTORS", "https://wiki.example.org; script-src *"],
    ["CACHING", "no"],
    ["KEPT_MB", "-1"],
    ["HSTS", "yes"],
    ["HSTS", "max-age=1\r\nSet-Cookie: a"],
    ["SECURITY_CONTACT", "someone@example.org"],
  ] as const) {
    const problems = problemsOf({ [name]: value });
    expect(problems, `${name}=${value}`).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
  }
});

test("all problems are told at once", () => {
  expect(problemsOf({ PORT: "x", SITE_URL: "x", HSTS: "x" })).toHaveLength(3);
});

test("an organisation’s edition is kept out of shared caches unless it says otherwise", () => {
  const caching = (environment: Record<string, string>) => {
    const read = readSettings(environment);
    return read.ok && read.settings.caching;
  };
  expect(caching({ MESH_ADVISOR_OVERLAY: "/etc/overlay.yaml" })).toBe("private");
  expect(caching({ MESH_ADVISOR_OVERLAY: "/etc/overlay.yaml", CACHING: "public" })).toBe("public");
  expect(caching({ CACHING: "private" })).toBe("private");
});

test("the published address may end in a slash, and nothing else", () => {
  const read = readSettings({ SITE_URL: "https://mesh.example.org/" });
  expect(read).toMatchObject({ settings: { origin: "https://mesh.example.org" } });
});
