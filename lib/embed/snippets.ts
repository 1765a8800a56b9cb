import { wordedHref } from "@/lib/result/links";
import { escapeMarkdown } from "@/lib/text/markdown";
import { escapeMarkup } from "@/lib/text/markup";
import { badgeHref, cardHref, embedHref } from "./addresses";
import { briefVerdict } from "./brief";
import { cardSize } from "./card-size";
import type { EmbedView } from "./embed-view";
import { countHeight } from "./height";
import type { EmbedOptions } from "./parameters";

/** Something to copy, and where it goes. */
export interface Snippet {
  readonly id: string;
  /** The place: “Confluence”. */
  readonly place: string;
  /** How to put it there, in a sentence or two. */
  readonly how: string;
  readonly text: string;
}

export interface SnippetGroup {
  readonly id: string;
  readonly heading: string;
  readonly snippets: readonly Snippet[];
}

/** A frame without script keeps its height, so it is kept narrow: as high as needed on a phone, not much too high elsewhere. */
const widest = 400;
const narrow = 350;

interface Parts {
  readonly label: string;
  readonly link: string;
  readonly frame: string;
  readonly svg: string;
  readonly png: string;
  readonly badge: string;
  readonly height: number;
}

function pictureMarkdown({ label, svg, link }: Parts): string {
  return `[![${escapeMarkdown(label)}](${svg})](${link})`;
}

/** A frame in HTML. In one line, so that Markdown takes it for one block. */
function frameHtml({ frame, label, height }: Parts): string {
  return `<iframe src="${escapeMarkup(frame)}" title="${escapeMarkup(label)}" width="100%" height="${height}" loading="lazy" style="border:0;max-width:${widest}px"></iframe>`;
}

function frameMdx({ frame, label, height }: Parts): string {
  return `<iframe src="${escapeMarkup(frame)}" title="${escapeMarkup(label)}" width="100%" height="${height}" loading="lazy" style={{ border: 0, maxWidth: ${widest} }} />`;
}

/** The options that differ from what the loader takes anyway, as attributes. */
function attributes({ view, theme, title, note }: EmbedOptions): string {
  const given = [
    ...(view === "full" ? [["view", view]] : []),
    ...(theme === "auto" ? [] : [["theme", theme]]),
    ...(title ? [["title", title]] : []),
    ...(note ? [["note", note]] : []),
  ];
  return given.map(([name, value = ""]) => ` data-${name}="${escapeMarkup(value)}"`).join("");
}

function scriptHtml(origin: string): string {
  return `<script src="${escapeMarkup(origin)}/embed/v1.js" async></script>`;
}

/** Everything that can be copied, for every place that is known. */
export function writeSnippets(
  view: EmbedView,
  options: EmbedOptions,
  origin: string,
): SnippetGroup[] {
  const { code } = view;
  const about = options.title ? `${options.title}: service mesh` : "Service mesh";
  const parts: Parts = {
    label: `${about}: ${briefVerdict(view)}`,
    link: `${origin}${wordedHref(code, options)}`,
    frame: `${origin}${embedHref(code, options)}`,
    svg: `${origin}${cardHref(code, "svg", options)}`,
    png: `${origin}${cardHref(code, "png", options)}`,
    badge: `${origin}${badgeHref(code)}`,
    height: countHeight(view, options, narrow),
  };
  const { label, link, frame, png, badge, height } = parts;
  const host = URL.canParse(origin) ? new URL(origin).host : origin;
  const standIn = `<a href="${escapeMarkup(link)}">${escapeMarkup(label)}</a>`;
  return [
    {
      id: "links",
      heading: "A link",
      snippets: [
        {
          id: "link",
          place: "Mail, chat, ticket",
          how: "Chats that preview links show the card and the verdict.",
          text: link,
        },
        {
          id: "markdown-link",
          place: "Markdown link",
          how: "For a sentence in a decision record.",
          text: `[${escapeMarkdown(label)}](${link})`,
        },
      ],
    },
    {
      id: "cards",
      heading: "The card on a page",
      snippets: [
        {
          id: "confluence",
          place: "Confluence",
          how: `Type /iframe, take the Iframe macro and paste this address; width ${widest}, height ${height}. Where macros are locked, insert the picture below and link it.`,
          text: frame,
        },
        {
          id: "notion",
          place: "Notion",
          how: "Type /embed and paste this address, then drag the edge of the block to size.",
          text: frame,
        },
        {
          id: "techdocs",
          place: "Backstage TechDocs",
          how: `Paste into the Markdown. TechDocs shows frames only from hosts listed in app-config.yaml under techdocs.sanitizer.allowedIframeHosts: add ${host} there.`,
          text: frameHtml(parts),
        },
        {
          id: "docusaurus",
          place: "Docusaurus and other MDX",
          how: "Paste into the .mdx file, on a line of its own.",
          text: frameMdx(parts),
        },
        {
          id: "html",
          place: "MkDocs, HTML",
          how: "A frame and nothing else. Its height is fixed, enough for a phone.",
          text: frameHtml(parts),
        },
        {
          id: "loader",
          place: "HTML with the loader",
          how: `A script of less than 1 kB makes the frame just as high as the card. A content security policy has to allow ${origin} in script-src and frame-src. Without script the link stays.`,
          text: `<div data-mesh-advisor="${code}"${attributes(options)}>${standIn}</div>\n${scriptHtml(origin)}`,
        },
        {
          id: "element",
          place: "Web component",
          how: "The same loader, for pages made of components and for shadow roots.",
          text: `<mesh-advisor code="${code}"${attributes(options)}>${standIn}</mesh-advisor>\n${scriptHtml(origin)}`,
        },
      ],
    },
    {
      id: "pictures",
      heading: "A picture",
      snippets: [
        {
          id: "github",
          place: "GitHub, GitLab and other Markdown",
          how: "The picture follows the reader’s light or dark setting unless a theme is fixed, and leads to the result.",
          text: pictureMarkdown(parts),
        },
        {
          id: "badge",
          place: "Badge for a README",
          how: "One line high, beside the other badges.",
          text: `[![${escapeMarkdown(label)}](${badge})](${link})`,
        },
        {
          id: "image",
          place: "Slides, mail, anything that takes a PNG",
          how: `${2 * cardSize.width} × ${2 * cardSize.height} pixels.`,
          text: png,
        },
      ],
    },
  ];
}
