import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Frame, readFrame } from "@/lib/document/frame";

let kept: Frame | undefined;

/** The styles, fonts and icon that Next built for documents: those of app/document/page.tsx. */
export async function documentFrame(request: Request): Promise<Frame> {
  if (process.env.NODE_ENV === "development") {
    // In development they change while one works, and are in no file.
    return readFrame(await (await fetch(new URL("/document", request.url))).text());
  }
  kept ??= readFrame(
    readFileSync(
      join(/* turbopackIgnore: true */ process.cwd(), ".next/server/app/document.html"),
      "utf8",
    ),
  );
  return kept;
}
