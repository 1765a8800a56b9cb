import type { Metadata } from "next";
import { NotFound } from "@/components/site/not-found";
import { release } from "@/lib/site/release";

export const metadata: Metadata = { title: "Page not found" };

export default function Page() {
  return <NotFound release={release} />;
}
