#!/usr/bin/env node
/*
 * Starts a stock Firefox for Playwright and stands between the two. Playwright speaks WebDriver BiDi to it, and asks for
 * emulations that the Firefox of a distribution may not know yet; here those are taken as done, so that the rest works.
 */
import { spawn } from "node:child_process";
import { WebSocket, WebSocketServer } from "ws";

const firefox = spawn(process.env.FIREFOX_PATH ?? "firefox", process.argv.slice(2), {
  stdio: ["ignore", "inherit", "pipe"],
});
firefox.once("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => firefox.kill(signal));

firefox.stderr.setEncoding("utf8");
firefox.stderr.on("data", (text) => {
  const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(text)?.[1];
  if (address) relay(address);
  else process.stderr.write(text);
});

function relay(address) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.once("listening", () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`);
  });
  server.on("connection", (playwright, { url }) => {
    const browser = new WebSocket(address + url);
    const emulations = new Set();
    const waiting = [];
    browser.once("open", () => {
      for (const text of waiting.splice(0)) browser.send(text);
    });
    playwright.on("message", (data) => {
      const text = String(data);
      const { id, method } = JSON.parse(text);
      if (method.startsWith("emulation.")) emulations.add(id);
      if (browser.readyState === WebSocket.OPEN) browser.send(text);
      else waiting.push(text);
    });
    browser.on("message", (data) => {
      const text = String(data);
      const { id, type, error } = JSON.parse(text);
      const isUnknown = type === "error" && error === "unknown command" && emulations.has(id);
      playwright.send(isUnknown ? JSON.stringify({ type: "success", id, result: {} }) : text);
    });
    playwright.once("close", () => browser.close());
    browser.once("close", () => playwright.close());
  });
}
