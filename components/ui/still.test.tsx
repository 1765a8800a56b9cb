import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Still, writeStill } from "./still";

test("markup is sent as React wrote it, and what it holds stays text", async () => {
  const markup = await writeStill(<p title={'a "b" <c>'}>{"<script>1 & 2</script>"}</p>);
  expect(markup).toBe(
    '<p title="a &quot;b&quot; &lt;c&gt;">&lt;script&gt;1 &amp; 2&lt;/script&gt;</p>',
  );
  expect(renderToStaticMarkup(<Still markup={markup} />)).toBe(`<div>${markup}</div>`);
});
