import { Inventory } from "./inventory";
import { findObjects, parsePiece } from "./json";
import { type Described, readDescription, readVersionLine } from "./lines";
import { readValue } from "./objects";
import { findNode, type Header, readHeader, readNodeWords, readRow } from "./tables";
import { cleanText, longestPaste, Text } from "./text";
import type { Paste } from "./types";
import { parseYaml } from "./yaml";

/** A line that no reader knew what to do with. */
export interface Unread {
  readonly paste: number;
  readonly line: number;
}

export interface Read {
  readonly texts: readonly Text[];
  /** By cluster, in the order they were named. */
  readonly clusters: ReadonlyMap<string, Inventory>;
  readonly unread: readonly Unread[];
  readonly unreadCount: number;
  /** Kinds of Kubernetes objects that were read and say nothing here. */
  readonly otherKinds: ReadonlySet<string>;
}

const runtime = /^(?:containerd|cri-o|docker):\/\/\d/;
const longestYamlPiece = 200_000;
const mostUnread = 20;
/** How many lines are read before the caller is told how far it is. */
const stride = 2_000;

const yamlStart =
  /^(?:- )?(?:apiVersion|app_version|kind|items|metadata|services|name|version|x-[a-z]+):(?:\s|$)/;
const yamlLine = /^(?:\s|#|- |-$|---|\.\.\.|[A-Za-z_"'][\w."'/-]*:(?:\s|$)|\S.*\\$)/;
const prompt =
  /^[^|{}]{0,120}?(?:[$#%❯➜>»]|^)\s*(?:sudo )?(?:[\w./-]*\/)?(?:kubectl|oc|k|kgno|kgp|helm|istioctl|linkerd|consul|nomad|docker|k3s|microk8s(?:\.kubectl)?)\s+\S/;
/** The namespace of a command that lists one alone: its rows do not name it. */
const namespaceOption = /\s(?:-n|--namespace)[= ]?([a-z0-9][a-z0-9-]{0,62})(?=\s|$)/;
const contextOption = /--(?:kube-)?context[= ]([\w.@:/-]{1,100})/;
/** What people and pages put around an output, and what kubectl says beside it. */
const filler =
  /^(?:[-=~_*+`#|<>.\s]*|```\w*|(?:Warning|Error|error|No resources found|Defaulted|W\d{4}|E\d{4}|I\d{4}).*|[\w/]*:?\s*)$/;

/**
 * Reads pastes into inventories, one per cluster. Yields how far it is, from 0 to 1, so that a caller may show it or
 * stop; returns what was read. It never throws at what a text contains.
 */
export function* readPastes(pastes: readonly Paste[]): Generator<number, Read> {
  const reader = new Reader();
  const total = pastes.reduce((sum, { text }) => sum + Math.min(text.length, longestPaste), 0) || 1;
  let done = 0;
  for (const [index, { cluster, text }] of pastes.entries()) {
    const whole = new Text(cleanText(text.slice(0, longestPaste)));
    for (const part of reader.read(whole, index, cluster))
      yield (done + part * Math.min(text.length, longestPaste)) / total;
    done += Math.min(text.length, longestPaste);
  }
  return reader;
}

class Reader implements Read {
  readonly texts: Text[] = [];
  readonly clusters = new Map<string, Inventory>();
  readonly unread: Unread[] = [];
  readonly otherKinds = new Set<string>();
  unreadCount = 0;
  /** What a description is about. */
  private described: Described | undefined;
  /** The namespace that the last command asked for. */
  private namespace = "default";

  private inventory(cluster: string): Inventory {
    const known = this.clusters.get(cluster) ?? new Inventory();
    this.clusters.set(cluster, known);
    return known;
  }

  *read(text: Text, paste: number, cluster: string): Generator<number> {
    this.texts.push(text);
    this.described = undefined;
    this.namespace = "default";
    let inventory = this.inventory(cluster);
    let header: Header | undefined;
    let line = 0;
    let next = stride;
    while (line < text.lines) {
      if (line >= next) {
        yield line / text.lines;
        next = line + stride;
      }
      const content = text.line(line);
      const trimmed = content.trim();
      const start = text.startOf(line) + (content.length - content.trimStart().length);
      if (trimmed === "") {
        line += 1;
      } else if (/^[[{]\s*(?:$|["{[\]}])/.test(trimmed)) {
        const { pieces, end } = findObjects(text.all, start);
        for (const [at, piece] of pieces.entries()) {
          this.note(inventory, parsePiece(text.all, piece), paste, piece);
          if (at % 500 === 499) yield text.lineAt(piece.to) / text.lines;
        }
        if (pieces.length === 0) this.leave(paste, line);
        header = undefined;
        line = Math.max(line + 1, text.lineAt(end - 1) + 1);
      } else if (yamlStart.test(content)) {
        const end = this.endOfYaml(text, line);
        yield* this.readYaml(inventory, text, paste, line, end);
        header = undefined;
        line = end;
      } else {
        const isCommand = prompt.test(content);
        if (isCommand) this.namespace = namespaceOption.exec(content)?.[1] ?? "default";
        const context = isCommand ? contextOption.exec(content)?.[1] : undefined;
        if (context !== undefined && cluster === "") inventory = this.inventory(context);
        const found = readHeader(content);
        header = found ?? header;
        line +=
          found && !this.readNodes(inventory, text, paste, line)
            ? 1
            : this.readLine(inventory, text, paste, line, header);
      }
    }
    if (cluster === "" && this.clusters.size > 1 && isEmpty(this.clusters.get("")))
      this.clusters.delete("");
  }

  /** Reads a line that is neither JSON nor YAML; returns how many lines it took. */
  private readLine(
    inventory: Inventory,
    text: Text,
    paste: number,
    line: number,
    header: Header | undefined,
  ): number {
    const nodes = this.readNodes(inventory, text, paste, line);
    if (nodes > 0) return nodes;
    const content = text.line(line);
    const spot = { paste, from: text.startOf(line), to: text.endOf(line), find: "" };
    const described = readDescription(inventory, content, this.described, spot);
    if (described !== undefined) {
      this.described = described;
      return 1;
    }
    if (
      readRow(inventory, content, header, spot, this.namespace) ||
      readVersionLine(inventory, content, spot) ||
      prompt.test(content) ||
      filler.test(content.trim())
    )
      return 1;
    this.leave(paste, line);
    return 1;
  }

  /** Reads the nodes that stand on a line, or from it on over a few that a page or a terminal has broken. */
  private readNodes(inventory: Inventory, text: Text, paste: number, line: number): number {
    const content = text.line(line, 4_000);
    if (!/\bReady\b|NotReady/.test(content) && !/\bNAME\s+STATUS\s+ROLES\b/.test(content)) return 0;
    const spot = { paste, from: text.startOf(line), to: text.endOf(line), find: "" };
    const row = content.trim().split(/\s+/);
    if (findNode(row) === 1) {
      const { words, lines } = this.unwrap(text, line, content);
      return readNodeWords(inventory, words, 1, words.length, spot) ? lines : 0;
    }
    const joined = `${content}${text.line(line + 1, 1_000)}`.trim().split(/\s+/);
    if (
      findNode(joined) === 1 &&
      findNode(
        text
          .line(line + 1, 1_000)
          .trim()
          .split(/\s+/),
      ) !== 1
    )
      return readNodeWords(inventory, joined, 1, joined.length, spot) ? 2 : 0;
    // Broken between words: the name on the line before, or the version on the one after.
    const first = Math.max(0, line - 1);
    const last = Math.min(text.lines - 1, line + 3);
    const words: string[] = [];
    for (let at = first; at <= last; at += 1)
      words.push(...text.line(at, 1_000).trim().split(/\s+/, 60));
    const around = { ...spot, from: text.startOf(first), to: text.endOf(last) };
    let found = 0;
    for (let at = findNode(words); at > 0; at = findNode(words, at + 1)) {
      const following = findNode(words, at + 1);
      if (readNodeWords(inventory, words, at, following > 0 ? following - 1 : at + 4, around))
        found += 1;
    }
    return found > 0 ? 1 : 0;
  }

  /** The words of a node’s row. A terminal may have broken it anywhere: it ends with the runtime, if that is near. */
  private unwrap(text: Text, line: number, content: string): { words: string[]; lines: number } {
    let joined = content;
    for (let lines = 1; lines <= 4; lines += 1) {
      const words = joined.trim().split(/\s+/);
      if (words.some((word) => runtime.test(word))) return { words, lines };
      const next = text.line(line + lines, 1_000);
      if (next.trim() === "" || readHeader(next) || findNode(next.trim().split(/\s+/)) === 1) break;
      joined += next;
    }
    return { words: content.trim().split(/\s+/), lines: 1 };
  }

  private endOfYaml(text: Text, from: number): number {
    let line = from + 1;
    while (line < text.lines) {
      const content = text.line(line, 300);
      if (content.trim() !== "" && (!yamlLine.test(content) || /^[[{]/.test(content))) break;
      line += 1;
    }
    return line;
  }

  /** Reads YAML piece by piece: documents, and the items of a list, so that a damaged one costs only itself. */
  private *readYaml(
    inventory: Inventory,
    text: Text,
    paste: number,
    from: number,
    end: number,
  ): Generator<number> {
    const items = new Set<number>();
    let indent = -1;
    for (let line = from; line < end; line += 1) {
      const content = text.line(line, 300);
      const dash = /^(\s*)- (?:apiVersion|app_version|kind|metadata):/.exec(content);
      if (dash && (indent < 0 || dash[1]?.length === indent)) {
        indent = dash[1]?.length ?? 0;
        items.add(line);
      } else if (/^---/.test(content) || (indent >= 0 && /^[A-Za-z]/.test(content)))
        items.add(line);
    }
    const cuts = [from, ...[...items].filter((line) => line > from), end];
    for (const [at, start] of cuts.entries()) {
      const stop = cuts[at + 1];
      if (stop === undefined) break;
      const piece = { from: text.startOf(start), to: text.startOf(stop) };
      const source = text.all.slice(piece.from, piece.to);
      if (source.length <= longestYamlPiece) this.note(inventory, parseYaml(source), paste, piece);
      if (at % 20 === 19) yield start / text.lines;
    }
  }

  private note(
    inventory: Inventory,
    value: unknown,
    paste: number,
    piece: { from: number; to: number },
  ): void {
    const known = readValue(inventory, value, { paste, ...piece, find: "" });
    if (known || typeof value !== "object" || value === null) return;
    const kind = (value as { kind?: unknown }).kind;
    if (
      typeof kind === "string" &&
      kind.length < 80 &&
      kind !== "List" &&
      this.otherKinds.size < 100
    )
      this.otherKinds.add(kind);
  }

  private leave(paste: number, line: number): void {
    this.unreadCount += 1;
    if (this.unread.length < mostUnread) this.unread.push({ paste, line });
  }
}

function isEmpty(inventory: Inventory | undefined): boolean {
  return inventory === undefined || (inventory.read.size === 0 && inventory.refused.size === 0);
}
