import { cutText } from "@/lib/answers/cut-text";
import type { ProblemKind } from "./problem";

/** What a body may have, in bytes. */
export const bodyLimit = 16 * 1024;

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly kind: ProblemKind; readonly detail: string };

const tooLarge: JsonBody = {
  ok: false,
  kind: "too-large",
  detail: "The body has more than 16 kB. Send only the answers; all of them need about 2 kB.",
};

/** Reads a body as JSON. Stops at the limit, whatever Content-Length says, and never throws. */
export async function readJson(request: Request): Promise<JsonBody> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    const sent = type ? `sent as ${cutText(type, 60)}` : "sent without a Content-Type";
    return {
      ok: false,
      kind: "unsupported-media-type",
      detail: `The body was ${sent}. Send JSON with Content-Type: application/json.`,
    };
  }
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return tooLarge;
  const text = await readText(request);
  if (text === undefined) return tooLarge;
  try {
    return { ok: true, value: JSON.parse(text, refusePrototype) };
  } catch {
    const detail =
      text.trim() === ""
        ? 'The body is empty. Send {"answers": {…}}.'
        : "The body is not JSON. Check quotes, commas and brackets.";
    return { ok: false, kind: "bad-request", detail };
  }
}

/** A schema passes over a member of this name without a word, and what cannot be used must not be dropped in silence. */
function refusePrototype(name: string, value: unknown): unknown {
  if (name === "__proto__") throw new SyntaxError("a member is called __proto__");
  return value;
}

/** The body as text; undefined if it is over the limit. What breaks on the way counts as not sent. */
async function readText(request: Request): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = request.body?.getReader();
  let text = "";
  let size = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > bodyLimit) {
        await reader?.cancel();
        return undefined;
      }
      text += decoder.decode(part.value, { stream: true });
    }
  } catch {
    return "";
  }
  return text + decoder.decode();
}
