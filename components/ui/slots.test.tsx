import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OptionLook } from "@/components/ui/option";
import { Slots } from "@/components/ui/slots";

const istio: OptionLook = { id: "istio", name: "Istio", mark: "triangle" };
const linkerd: OptionLook = { id: "linkerd", name: "Linkerd", mark: "diamond" };
const consul: OptionLook = { id: "consul", name: "Consul", mark: "circle" };

const html = renderToStaticMarkup(
  <Slots
    label="Score by group of needs"
    groups={[
      { id: "identity", label: "Identity", weight: 40 },
      { id: "ease", label: "Ease of ownership", weight: 55 },
      { id: "telemetry", label: "Telemetry", weight: 5 },
    ]}
    rows={[
      { option: istio, score: 71, earned: [38, 28, 5] },
      { option: linkerd, score: 69, earned: [20, 44, 5] },
      { option: consul, score: 45, earned: [40, 5, 0], hatched: true },
    ]}
  />,
);
const text = html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

test("is a table with a name, and a row for each option", () => {
  expect(html).toContain("Score by group of needs</caption>");
  expect(html.match(/<th scope="row">/g)).toHaveLength(3);
});

test("says what each slot earned, of how much, and which is the best", () => {
  expect(text).toContain("38.0 of 40.0, the best");
  expect(text).toContain("28.0 of 55.0");
  expect(text).toContain("44.0 of 55.0, the best");
});

test("calls equals the best together", () => {
  expect(text.match(/5\.0 of 5\.0, the best/g)).toHaveLength(2);
});

test("ranks what is ruled out nowhere", () => {
  expect(text).toContain("45.0 , if it were not ruled out");
  expect(text).not.toContain("40.0 of 40.0, the best");
});

test("draws slots as wide as their weight and names narrow ones below", () => {
  expect(html).toContain("--columns:minmax(0, 40fr) minmax(0, 55fr) minmax(0, 5fr)");
  expect(text).toContain("a Telemetry of 5.0");
});
