import type { IncomingMessage } from "node:http";
import { bodyLimit } from "@/lib/api/read-json";

/** The body of a request; undefined as soon as it is over the limit, whatever its length was said to be. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= bodyLimit) parts.push(part);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.once("end", () => resolve(Buffer.concat(parts)));
    request.once("error", reject);
  });
}
