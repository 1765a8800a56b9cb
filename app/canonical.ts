import "server-only";
import { headers } from "next/headers";
import { publicOrigin } from "@/lib/site/origin";

/** The one address of an application, whatever else the address it was asked for carries. */
export async function canonical(path: string): Promise<{ readonly canonical: string }> {
  return { canonical: `${publicOrigin(await headers())}${path}` };
}
