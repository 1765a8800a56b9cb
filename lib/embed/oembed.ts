import { type Markup, markup } from "@/lib/text/markup";
import { cardHref, embedHref } from "./addresses";
import { briefVerdict } from "./brief";
import { cardSize } from "./card-size";
import { providerOf } from "./edition";
import type { EmbedView } from "./embed-view";
import { countHeight } from "./height";
import { type EmbedOptions, readEmbedOptions } from "./parameters";

/** oEmbed 1.0 (https://oembed.com): what a consumer asks for. */
export interface OembedRequest {
  readonly format: "json" | "xml";
  readonly kind: "rich" | "photo";
  readonly code: string;
  readonly options: EmbedOptions;
  readonly maxWidth: number;
  readonly maxHeight: number;
}

export type ReadOembed =
  | { readonly ok: true; readonly request: OembedRequest }
  | { readonly ok: false; readonly status: 400 | 404 | 501; readonly problem: string };

const longestUrl = 4096;

function readLimit(value: string | null): number | undefined {
  if (value === null || value === "") return Number.POSITIVE_INFINITY;
  return /^[1-9]\d*$/.test(value) ? Number(value) : undefined;
}

/** Which form of which result an address of this site stands for. Schemes may differ: a proxy may end TLS. */
function readAddress(url: URL, origin: string): Pick<OembedRequest, "kind" | "code"> | undefined {
  if (!/^https?:$/.test(url.protocol) || !URL.canParse(origin)) return undefined;
  if (url.host !== new URL(origin).host || url.username + url.password !== "") return undefined;
  const page = /^\/(?:r|embed|share)\/([0-9A-Za-z]+)\/?$/.exec(url.pathname);
  if (page?.[1]) return { kind: "rich", code: page[1] };
  const picture = /^\/r\/([0-9A-Za-z]+)\/card\.(?:png|svg)$/.exec(url.pathname);
  return picture?.[1] ? { kind: "photo", code: picture[1] } : undefined;
}

/** Reads a request: 400 for one that makes no sense, 501 for a format not spoken, 404 for an address not ours. */
export function readOembed(query: URLSearchParams, origin: string): ReadOembed {
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml")
    return { ok: false, status: 501, problem: "The formats are json and xml." };
  const address = query.get("url");
  if (!address)
    return { ok: false, status: 400, problem: "Say which page: url=<its address, encoded>." };
  if (address.length > longestUrl || !URL.canParse(address))
    return { ok: false, status: 400, problem: "The url is not an address." };
  const maxWidth = readLimit(query.get("maxwidth"));
  const maxHeight = readLimit(query.get("maxheight"));
  if (maxWidth === undefined || maxHeight === undefined)
    return {
      ok: false,
      status: 400,
      problem: "maxwidth and maxheight are whole numbers of pixels.",
    };
  const url = new URL(address);
  const found = readAddress(url, origin);
  if (!found) return { ok: false, status: 404, problem: "The url is not that of a result here." };
  const options = readEmbedOptions(url.searchParams);
  return { ok: true, request: { format, ...found, options, maxWidth, maxHeight } };
}

/** The members of a response, in the order they are written. */
export type Oembed = Readonly<Record<string, string | number>>;

const widest = 480;

function writeFrame(src: string, title: string, width: number, height: number): Markup {
  return markup`<iframe src="${src}" width="${width}" height="${height}" title="${title}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

/** What fits: the whole card if there is room, else the compact one, which scrolls if even that is too high. */
function answerRich(view: EmbedView, request: OembedRequest, origin: string): Oembed {
  const width = Math.min(widest, request.maxWidth);
  const wanted = countHeight(view, request.options, width);
  const options =
    wanted > request.maxHeight ? { ...request.options, view: "compact" as const } : request.options;
  const height = Math.min(countHeight(view, options, width), request.maxHeight);
  const src = `${origin}${embedHref(view.code, options)}`;
  const title = `Service mesh: ${briefVerdict(view)}`;
  return { type: "rich", width, height, html: writeFrame(src, title, width, height).text };
}

function scaled(maxWidth: number, maxHeight: number): { width: number; height: number } {
  const scale = Math.min(1, maxWidth / (2 * cardSize.width), maxHeight / (2 * cardSize.height));
  return {
    width: Math.max(1, Math.floor(2 * cardSize.width * scale)),
    height: Math.max(1, Math.floor(2 * cardSize.height * scale)),
  };
}

/** Answers a request: a page as a frame to show, a picture as a picture. */
export function answerOembed(view: EmbedView, request: OembedRequest, origin: string): Oembed {
  const { title } = request.options;
  const brief = briefVerdict(view);
  const picture = `${origin}${cardHref(view.code, "png", request.options)}`;
  const shown =
    request.kind === "photo"
      ? { type: "photo", url: picture, ...scaled(request.maxWidth, request.maxHeight) }
      : answerRich(view, request, origin);
  const thumbnail = scaled(Math.min(600, request.maxWidth), Math.min(315, request.maxHeight));
  return {
    version: "1.0",
    ...shown,
    title: title ? `${title}: ${brief}` : `Service mesh: ${brief}`,
    provider_name: providerOf(view),
    provider_url: origin,
    cache_age: 86400,
    thumbnail_url: picture,
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
  };
}

/** The response as XML, each member an element. */
export function writeOembedXml(oembed: Oembed): string {
  const members = Object.entries(oembed).map(
    ([name, value]) => markup`<${name}>${value}</${name}>`,
  );
  return markup`<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${members}</oembed>`
    .text;
}
