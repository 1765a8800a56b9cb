import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Hundred } from "@/components/ui/hundred";
import type { OptionLook } from "@/components/ui/option";

const istio: OptionLook = { id: "istio", name: "Istio", mark: "triangle" };
const linkerd: OptionLook = { id: "linkerd", name: "Linkerd", mark: "diamond" };
const consul: OptionLook = { id: "consul", name: "Consul", mark: "circle" };

function marksOf(html: string, option: string): number {
  const path = html.match(new RegExp(`<path class="o o-${option}" d="([^"]*)"`))?.[1] ?? "";
  return path.split("z").length - 1;
}

test("draws a hundred marks, shared out as counted", () => {
  const html = renderToStaticMarkup(
    <Hundred
      parts={[
        { option: istio, count: 8_849 },
        { option: linkerd, count: 1_151 },
      ]}
    />,
  );
  expect(marksOf(html, "istio")).toBe(88);
  expect(marksOf(html, "linkerd")).toBe(12);
});

test("says in words what it shows, with what is ruled out", () => {
  const html = renderToStaticMarkup(
    <Hundred
      parts={[
        { option: istio, count: 88 },
        { option: linkerd, count: 12 },
      ]}
      ruledOut={[consul]}
    />,
  );
  expect(html).toContain(
    'aria-label="Istio is first in 88 of 100 weightings, Linkerd in 12, Consul is ruled out"',
  );
  expect(html).toContain("Consul, ruled out");
});

test("names a share too small for a mark", () => {
  const html = renderToStaticMarkup(
    <Hundred
      parts={[
        { option: istio, count: 9_990 },
        { option: linkerd, count: 10 },
        { option: consul, count: 0 },
      ]}
    />,
  );
  expect(marksOf(html, "istio")).toBe(100);
  expect(html).toContain("Linkerd in under 1");
  expect(html).not.toContain("Consul");
});

test("keeps its hundred places when everything is ruled out", () => {
  const html = renderToStaticMarkup(<Hundred parts={[]} ruledOut={[istio]} />);
  expect(html).toContain("Nothing is first in any of 100 weightings, Istio is ruled out");
  expect(html.match(/h4/g)).toHaveLength(100);
});
