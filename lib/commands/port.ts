import { createServer } from "node:net";

/** The port to serve on, from PORT or 3000; ends the process with an explanation if it cannot be used. */
export async function claimPort(): Promise<number> {
  const wanted = process.env.PORT ?? "3000";
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    console.error(`PORT is "${wanted}", but a port is a whole number from 1 to 65535.`);
    process.exit(1);
  }
  try {
    await listenOnce(port);
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error && error.code === "EADDRINUSE"
        ? `Port ${port} is already in use.`
        : `Port ${port} cannot be used: ${error}.`;
    console.error(`${reason} Choose another one: PORT=${port < 65535 ? port + 1 : 3000} npm start`);
    process.exit(1);
  }
  return port;
}

/** Resolves to the port listened on; 0 asks the system for a free one. */
export function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "0.0.0.0", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
