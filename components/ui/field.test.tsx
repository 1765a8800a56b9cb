import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChoiceList } from "@/components/ui/choice-list";
import { ImportanceScale } from "@/components/ui/importance-scale";
import { NeedRows } from "@/components/ui/need-rows";

test("a scale is five radios of one name, the answer checked", () => {
  const html = renderToStaticMarkup(<ImportanceScale name="mtls" labelledBy="q" value="must" />);
  expect(html.match(/type="radio" name="mtls"/g)).toHaveLength(5);
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(html).toMatch(/checked="" value="must"|value="must" checked=""/);
});

test("nothing is chosen for the reader", () => {
  const html = renderToStaticMarkup(
    <>
      <ImportanceScale name="a" labelledBy="q" />
      <ChoiceList name="b" labelledBy="q" choices={[{ value: "x", label: "X" }]} />
      <NeedRows rows={[{ id: "r", name: "c", label: "R" }]} />
    </>,
  );
  expect(html).not.toContain("checked");
});

test("a row of needs is named by its label and described by its help", () => {
  const html = renderToStaticMarkup(
    <NeedRows
      rows={[
        {
          id: "vm",
          name: "also.vm",
          label: "Virtual machines",
          help: "Or bare metal",
          value: "no",
        },
      ]}
    />,
  );
  expect(html).toContain('aria-labelledby="vm-label" aria-describedby="vm-help"');
  expect(html.match(/name="also.vm"/g)).toHaveLength(5);
});
