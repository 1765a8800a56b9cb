import "server-only";
import { headers } from "next/headers";
import { publicOrigin } from "@/lib/api/origin";

/** The one address of an application, whole, whatever rides along in the address it was asked for. */
export async function canonical(path: string): Promise<{ readonly canonical: string }> {
  return { canonical: `${publicOrigin(await headers())}${path}` };
}
