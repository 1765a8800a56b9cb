import "server-only";

/** Loads the data and every frozen release, or says what is wrong with them and ends the process. */
export async function loadOrExit(): Promise<void> {
  try {
    await import("./frozen");
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}
