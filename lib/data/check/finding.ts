/** Where in a file: keys and indexes from the top. */
export type Path = readonly PropertyKey[];

/** One thing wrong with the data: which file, where in it, what is wrong and how to fix it. */
export interface Finding {
  /** Path from data/. */
  readonly file: string;
  readonly path: Path;
  readonly message: string;
}

export interface DataFile {
  /** Path from data/. */
  readonly file: string;
  readonly json: unknown;
}

/** “data/rules.json:12: 3.effects.0.need: no capability is called "x"”, with the line where it is known. */
export function describeFinding({ file, path, message }: Finding, line?: number): string {
  const place = path.length > 0 ? ` ${path.map(String).join(".")}:` : "";
  return `data/${file}${line === undefined ? "" : `:${line}`}:${place} ${message}`;
}

/** Data that cannot be used, with everything that is wrong about it. */
export class DataError extends Error {
  override name = "DataError";
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => describeFinding(finding)).join("\n"));
    this.findings = findings;
  }
}

/** @throws {DataError} if there is anything to fix. */
export function assertNone(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new DataError(findings);
}

/** Collects what is wrong, by the place where it stands. */
export class Findings {
  readonly all: Finding[] = [];

  say(file: string, path: Path, message: string): void {
    this.all.push({ file, path, message });
  }

  /** Holds that an id exists. */
  known(file: string, path: Path, kind: string, set: ReadonlySet<string>, id: string): void {
    if (!set.has(id)) this.say(file, path, `no ${kind} is called "${id}"`);
  }

  /** Holds that each id of a list exists. */
  allKnown(
    file: string,
    path: Path,
    kind: string,
    set: ReadonlySet<string>,
    ids: readonly string[],
  ): void {
    ids.forEach((id, at) => {
      this.known(file, [...path, at], kind, set, id);
    });
  }

  /** Holds that no id of a list is there twice; `pathOf` leads to the id at an index. */
  unique(file: string, ids: readonly string[], pathOf: (at: number) => Path): void {
    ids.forEach((id, at) => {
      if (ids.indexOf(id) !== at) this.say(file, pathOf(at), `"${id}" appears twice`);
    });
  }
}
