import "server-only";
import overheadsJson from "@/data/overheads.json";
import { overheadsSchema } from "@/lib/data/overheads-schema";
import { matrix } from "./data";

function load() {
  const result = overheadsSchema.safeParse(overheadsJson);
  if (!result.success) {
    const issues = result.error.issues.map(
      (issue) => `  at ${issue.path.join(".") || "the top"}: ${issue.message}`,
    );
    throw new Error(`data/overheads.json:\n${issues.join("\n")}`);
  }
  const sized = result.data.profiles.flatMap(({ variants }) => variants).sort();
  const variants = matrix.variants.map(({ id }) => id).sort();
  if (sized.join() !== variants.join()) {
    throw new Error(
      `data/overheads.json: profiles must hold each variant once: ${variants.join(", ")}`,
    );
  }
  return result.data;
}

/** What variants take in CPU, memory and latency, parsed once when the server starts. */
export const overheads = load();
