/** Next calls it once when a server starts: what is wrong with the data ends it there, not at a reader. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { expectFront } = await import("@/lib/server/expect-front");
  expectFront();
  const { loadOrExit } = await import("@/lib/site/start");
  await loadOrExit();
}
