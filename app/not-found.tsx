import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main>
      <h1>Page not found</h1>
      <p>
        Nothing is published at this address. <Link href="/">Go to the start page</Link>.
      </p>
    </main>
  );
}
