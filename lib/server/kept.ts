import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import parseRange from "range-parser";

const toBrotli = promisify(brotliCompress);
const fromBrotli = promisify(brotliDecompress);
const toGzip = promisify(gzip);

type Coding = "br" | "gzip" | "identity";

/** Below this, compressing costs more than it saves. */
const worthwhile = 1000;
/** How long a reader may take none of what is sent, in milliseconds. */
const mostIdle = 30_000;
const compressible =
  /^(?:text\/|image\/svg|font\/ttf|application\/(?:json|[\w.-]+\+(?:json|xml)|xml|javascript|manifest))/;

/**
 * The bytes of one answer, in each form somebody asked for: made once, then only written out. Text is held compressed, which
 * takes an eighth of the room.
 */
export class Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly #isText: boolean;
  readonly #forms = new Map<Coding, Promise<Buffer>>();
  #bytes = 0;

  constructor(
    status: number,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
    forms: Partial<Record<"br" | "gzip", Buffer>> = {},
  ) {
    const { etag, ...others } = headers;
    const type = headers["content-type"] ?? "";
    this.status = status;
    this.#isText = compressible.test(type) && body.length >= worthwhile;
    this.etag = etag ?? etagOf(body);
    this.headers = {
      ...others,
      etag: this.etag,
      ...(this.#isText ? { vary: join(headers.vary, "Accept-Encoding") } : {}),
    };
    this.#put("identity", Promise.resolve(trim(body)));
    for (const [coding, bytes] of Object.entries(forms) as ["br" | "gzip", Buffer][])
      this.#put(coding, Promise.resolve(bytes));
  }

  /** How much memory it takes. */
  get bytes(): number {
    return this.#bytes + 2000;
  }

  /** Compresses text now and lets go of the uncompressed form; whoever wants that later has it made again. */
  async settle(): Promise<this> {
    if (!this.#isText) return this;
    await this.form("br");
    await this.#drop("identity");
    return this;
  }

  /** The bytes in this form. */
  form(coding: Coding): Promise<Buffer> {
    const known = this.#forms.get(coding);
    if (known) return known;
    const made = this.#make(coding);
    this.#put(coding, made);
    return made;
  }

  /** The form to send to one who accepts these codings. */
  codingFor(request: IncomingMessage): Coding {
    if (!this.#isText) return "identity";
    const accepted = request.headers["accept-encoding"] ?? "";
    return codings.find((coding) => accepts(accepted, coding)) ?? "identity";
  }

  async #make(coding: Coding): Promise<Buffer> {
    const identity = await (this.#forms.get("identity") ??
      this.form("br").then((bytes) => fromBrotli(bytes)));
    if (coding === "identity") return identity;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
    };
    return trim(await (coding === "br" ? toBrotli(identity, { params }) : toGzip(identity)));
  }

  #put(coding: Coding, bytes: Promise<Buffer>): void {
    this.#forms.set(coding, bytes);
    bytes.then(({ length }) => {
      this.#bytes += length;
    });
  }

  async #drop(coding: Coding): Promise<void> {
    const bytes = await this.#forms.get(coding);
    if (bytes && this.#forms.delete(coding)) this.#bytes -= bytes.length;
  }
}

/** These bytes in memory of their own, if they are a view of much more: what compresses, and small buffers, allot in advance. */
function trim(bytes: Uint8Array): Buffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer.byteLength <= byteLength + 1000) return Buffer.from(buffer, byteOffset, byteLength);
  const own = Buffer.allocUnsafeSlow(byteLength);
  own.set(bytes);
  return own;
}

const codings = ["br", "gzip"] as const;

/** Whether Accept-Encoding names the coding, and not with the weight nought that refuses it. */
function accepts(list: string, coding: string): boolean {
  return list.split(",").some((item) => {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
    return name === coding && !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each));
  });
}

/** Weak: the same text may travel compressed or not. */
function etagOf(body: Uint8Array): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

function join(list: string | undefined, item: string): string {
  if (list === undefined) return item;
  return list.toLowerCase().includes(item.toLowerCase()) ? list : `${list}, ${item}`;
}

/** Writes an answer as the conditions of the request want it: whole, a part of it, or that nothing has changed. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  kept: Kept,
  extra: Readonly<Record<string, string>> = {},
): Promise<void> {
  const headers = { ...kept.headers, ...extra };
  const { "if-match": ifMatch, "if-none-match": ifNoneMatch, range } = request.headers;
  if (kept.status === 200) {
    // A weak tag never matches strongly, so only “whatever there is” does.
    if (ifMatch !== undefined && ifMatch.trim() !== "*") return end(response, 412, headers);
    if (ifNoneMatch !== undefined && matches(ifNoneMatch, kept.etag))
      return end(response, 304, headers);
  }
  // A part is one of the text itself. A weak tag names no bytes, so there is no going on “if it is still the same”.
  if (kept.status === 200 && range !== undefined && !request.headers["if-range"])
    return sendPart(request, response, await kept.form("identity"), headers, range);
  const coding = kept.codingFor(request);
  const body = await kept.form(coding);
  // Who does not read what was asked for is not waited for.
  response.setTimeout(mostIdle, () => response.destroy());
  response.writeHead(kept.status, {
    ...headers,
    ...(coding === "identity" ? {} : { "content-encoding": coding }),
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function sendPart(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  range: string,
): void {
  const ranges = parseRange(body.length, range);
  if (ranges === -1) {
    end(response, 416, { ...headers, "content-range": `bytes */${body.length}` });
    return;
  }
  const [part] = ranges === -2 || ranges.length !== 1 || ranges.type !== "bytes" ? [] : ranges;
  const isWhole = part === undefined || request.method === "HEAD";
  const bytes = isWhole ? body : body.subarray(part.start, part.end + 1);
  response.writeHead(isWhole ? 200 : 206, {
    ...headers,
    ...(isWhole ? {} : { "content-range": `bytes ${part.start}-${part.end}/${body.length}` }),
    "content-length": bytes.length,
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>) {
  const { "content-type": _, etag, ...others } = headers;
  response.writeHead(
    status,
    status === 304
      ? { ...others, etag }
      : { ...others, "cache-control": "no-store", "content-length": 0 },
  );
  response.end();
}

function matches(list: string, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return list.trim() === "*" || list.split(",").some((tag) => opaque(tag) === opaque(etag));
}
