/** Where in a file: keys and indexes from the top. */
export type Path = readonly PropertyKey[];

/** One thing wrong with the data: which file, where in it, what is wrong and how it is mended. */
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
