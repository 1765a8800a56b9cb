import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { CapabilityPage } from "@/components/matrix/capability-page";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { OptionPage } from "@/components/options/option-page";
import { OptionsIndex } from "@/components/options/options-index";
import { PairPage } from "@/components/options/pair-page";
import { checkData } from "@/lib/data/check/check-data";
import { compileTable } from "@/lib/data/compile";
import { parseMatrix, parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { addVariantSkeleton, capabilitySkeleton } from "@/lib/data/skeleton";
import type { Matrix, Reference } from "@/lib/data/types";
import { evaluate } from "@/lib/engine/evaluate";
import type { ScoringTable } from "@/lib/engine/types";
import { viewMatrix } from "./matrix-view";
import { pairSlug, pairsOf } from "./pairs";

// biome-ignore lint/suspicious/noExplicitAny: raw data files, before anything has checked them.
type Loose = any;
type Files = Record<string, Loose>;

const files: Files = readJsonFiles();
const before = parseMatrix(files);
const beforeTable = compileTable(before);

/** A fifth option with a variant of its own and a ninth-and-more variant of an old one, as a curator would fill them in. */
function addOption(): Files {
  const withOption: Files = { ...files, ...addVariantSkeleton(files, "kuma-oss", "kuma") };
  const all: Files = { ...withOption, ...addVariantSkeleton(withOption, "istio-gke", "istio") };
  const options = all["options.json"];
  Object.assign(
    options.options.find(({ id }: Loose) => id === "kuma"),
    {
      label: "Kuma",
      summary: "A service mesh by Kong that runs Envoy proxies on Kubernetes and elsewhere.",
      vendor: "A project of the Cloud Native Computing Foundation, made by Kong.",
      homepage: "https://kuma.io/",
    },
  );
  for (const [id, label, short] of [
    ["kuma-oss", "Kuma, open source", "open source"],
    ["istio-gke", "Istio, managed", "managed"],
  ]) {
    Object.assign(
      options.variants.find((variant: Loose) => variant.id === id),
      {
        label,
        short,
        what: "A control plane and an Envoy proxy beside each workload.",
        version: "2.13",
        judged: "The release with its own charts and gateways.",
      },
    );
  }
  for (const [file, json] of Object.entries(all)) {
    if (!file.startsWith("capabilities/")) continue;
    // What it offers is borrowed from other columns: the test is about the data, not about the product.
    json.cells["kuma-oss"] = json.cells["consul-ce"];
    json.cells["istio-gke"] = json.cells["istio-sidecar"];
  }
  // The plan and the sizing model name variants in lists: the new ones stand beside those they borrow from.
  const withHeirs = (value: Loose): Loose => {
    if (Array.isArray(value))
      return value.flatMap((each) => {
        if (each === "consul-ce") return [each, "kuma-oss"];
        return each === "istio-sidecar" ? [each, "istio-gke"] : [withHeirs(each)];
      });
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withHeirs(each)]));
  };
  for (const file of ["layers", "service-auth", "adoption-paths", "overheads"])
    all[`${file}.json`] = withHeirs(all[`${file}.json`]);
  for (const burden of all["burdens.json"]) {
    burden.values["kuma-oss"] = burden.values["consul-ce"];
    burden.values["istio-gke"] = burden.values["istio-sidecar"];
  }
  return all;
}

describe("one more option and one more variant are data only", () => {
  let after: Matrix;
  let reference: Reference;
  let table: ScoringTable;
  let added: Files;

  beforeAll(() => {
    added = addOption();
    after = parseMatrix(added);
    reference = parseReference(added);
    table = compileTable(after);
  });

  test("the data holds together", () => {
    const findings = checkData(Object.entries(added).map(([file, json]) => ({ file, json })));
    expect(findings).toEqual([]);
  });

  test("both stand in every ranking, and the others keep their order", () => {
    for (const { id, answers } of [...before.presets, ...before.scenarios]) {
      const old = evaluate(beforeTable, answers);
      const now = evaluate(table, answers);
      expect(now.options.map(({ option }) => option)).toContain("kuma");
      expect(now.variants.map(({ variant }) => variant)).toEqual(
        expect.arrayContaining(["kuma-oss", "istio-gke"]),
      );
      const others = now.variants.filter(
        ({ variant }) => variant !== "kuma-oss" && variant !== "istio-gke",
      );
      expect(
        others.map(({ variant, points }) => `${variant} ${points}`),
        id,
      ).toEqual(old.variants.map(({ variant, points }) => `${variant} ${points}`));
    }
  });

  test("the matrix has their columns, under their option’s head", () => {
    const view = viewMatrix(after, reference);
    expect(view.options.map(({ id }) => id)).toEqual([
      "istio",
      "linkerd",
      "consul",
      "cilium",
      "none",
      "kuma",
    ]);
    expect(view.options[0]?.columns.map(({ id }) => id)).toEqual([
      "istio-sidecar",
      "istio-ambient",
      "istio-gke",
    ]);
    const html = renderToStaticMarkup(<MatrixPage matrix={after} view={view} />);
    expect(html).toContain('href="/options/kuma"');
    expect(html).toContain('href="/matrix/retries#kuma-oss"');
    expect(html).toContain('href="/matrix/retries#istio-gke"');
    expect(html).toContain('value="kuma-oss"');
  });

  test("each row has their cells", () => {
    for (const capability of after.capabilities) {
      const html = renderToStaticMarkup(
        <CapabilityPage
          matrix={after}
          reference={reference}
          capability={capability}
          neighbours={{}}
          tracker=""
        />,
      );
      expect(html, capability.id).toContain('id="kuma-oss"');
      expect(html, capability.id).toContain('id="istio-gke"');
      expect(html).not.toMatch(/>undefined|undefined<|="[^"]*undefined/);
    }
  });

  test("they have their pages, and a comparison with each other option", () => {
    const kuma = after.options.find(({ id }) => id === "kuma");
    if (!kuma) throw new Error("kuma");
    const page = renderToStaticMarkup(
      <OptionPage matrix={after} table={table} reference={reference} option={kuma} />,
    );
    expect(page).toContain("Kuma, open source");
    expect(page).toContain('href="/options/istio-vs-kuma"');
    expect(renderToStaticMarkup(<OptionsIndex options={after.options} />)).toContain(
      'href="/options/consul-vs-kuma"',
    );
    const pairs = pairsOf(after.options).filter((pair) => pair.includes(kuma));
    expect(pairs).toHaveLength(5);
    for (const [a, b] of pairs) {
      const html = renderToStaticMarkup(<PairPage matrix={after} table={table} a={a} b={b} />);
      expect(html, pairSlug(a, b)).toContain("Kuma");
      expect(html).not.toMatch(/>undefined|undefined<|="[^"]*undefined/);
    }
  });
});

describe("starting something new lists what is to be filled", () => {
  const check = (all: Files) =>
    checkData(Object.entries(all).map(([file, json]) => ({ file, json }))).map(
      ({ file, path }) => `${file} ${path.map(String).join(".")}`,
    );

  test("a capability: its words, and each cell’s note and source", () => {
    const variants = before.variants.map(({ id }) => id);
    const findings = check({
      ...files,
      "capabilities/zonal-quota.json": capabilitySkeleton("zonal-quota", "traffic", variants),
    });
    const file = "capabilities/zonal-quota.json";
    for (const key of ["label", "short", "definition", "why", "yardstick"])
      expect(findings).toContain(`${file} ${key}`);
    for (const variant of variants) {
      expect(findings).toContain(`${file} cells.${variant}.note`);
      expect(findings).toContain(`${file} cells.${variant}.evidence`);
    }
    expect(findings.every((finding) => finding.startsWith(file))).toBe(true);
  });

  test("a variant: its words, a cell in every row and a reason in every burden", () => {
    const findings = check({ ...files, ...addVariantSkeleton(files, "kuma-oss", "kuma") });
    for (const { id } of before.capabilities)
      expect(findings).toContain(`capabilities/${id}.json cells.kuma-oss.evidence`);
    for (const index of before.burdens.keys())
      expect(findings).toContain(`burdens.json ${index}.values.kuma-oss.because`);
    expect(findings.filter((finding) => finding.startsWith("options.json")).length).toBeGreaterThan(
      5,
    );
  });
});
