import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** Markdown as GitHub shows it: raw HTML is read, then everything that its schema does not name is taken out. */
export async function asGithub(markdown: string): Promise<string> {
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .process(markdown);
  return String(html);
}

/** Markdown with HTML in it, as MkDocs and most documentation sites show it. */
export async function asMkDocs(markdown: string): Promise<string> {
  const html = await unified()
    .use(remarkParse)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeStringify)
    .process(markdown);
  return String(html);
}

/** MDX as Docusaurus compiles it, rendered to HTML. */
export async function asMdx(mdx: string): Promise<string> {
  const { default: Content } = await evaluate(mdx, { ...runtime, remarkPlugins: [remarkGfm] });
  return renderToStaticMarkup(createElement(Content));
}
