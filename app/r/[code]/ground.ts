import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { decodeCode } from "@/lib/answers/code";
import { matrix, table } from "@/lib/matrix/load";
import { releases } from "@/lib/matrix/releases";
import type { Ground } from "@/lib/result/ground";
import { findGround } from "@/lib/result/result";

/** What the engine makes of a code, once per request. proxy.ts lets only codes through that can be opened. */
export const readGround = cache((code: string): Ground => {
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (!decoded.ok) notFound();
  return findGround(matrix, table, code, decoded.answers);
});
