import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A page of somebody else: its address, what it holds, and the policy it is served with. */
export interface HostPage {
  readonly html: string;
  readonly policy?: string;
}

/**
 * A site of somebody else, on another origin than ours: what stands for a wiki, a documentation site, a repository host.
 */
export class Host {
  readonly #pages = new Map<string, HostPage>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const page = this.#pages.get(request.url ?? "");
      response.writeHead(page ? 200 : 404, {
        "content-type": "text/html; charset=utf-8",
        ...(page?.policy ? { "content-security-policy": page.policy } : {}),
      });
      response.end(page?.html ?? "");
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** “localhost”, where ours is “127.0.0.1”: another site even to rules about sites. */
  get origin(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://localhost:${port}`;
  }

  /** Publishes a page and returns its address. */
  publish(name: string, body: string, policy?: string): string {
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host page</title><link rel="icon" href="data:,"><body>${body}</body></html>`;
    this.#pages.set(`/${name}`, policy === undefined ? { html } : { html, policy });
    return `${this.origin}/${name}`;
  }
}
