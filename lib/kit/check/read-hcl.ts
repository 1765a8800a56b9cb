import { parse } from "@cdktn/hcl2json";
import type { HclReader } from "./check-kit";

/** HashiCorp's own parser, compiled to WebAssembly. */
export const readHcl: HclReader = (path, text) =>
  parse(path.replaceAll("/", "_"), text) as Promise<object>;
