import { globSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const texts = new Set([".js", ".css", ".json", ".svg", ".txt"]);

/** Writes the compressed forms of text files beside them, as small as they get: it is done once. */
export function compressFiles(folder: string): void {
  for (const file of globSync("**/*", { cwd: folder }).filter((each) => texts.has(extname(each)))) {
    const path = join(folder, file);
    const content = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
