/** What the reader brought: a text, and the name of the cluster it came from. */
export interface Paste {
  readonly cluster: string;
  readonly text: string;
}

/** A place in a paste, looked up only when it is shown. */
export interface Spot {
  readonly paste: number;
  readonly from: number;
  readonly to: number;
  /** What to find between the two, so that the right line of an object is shown. */
  readonly find: string;
}

/** A line of a paste as it is shown. */
export interface Line {
  readonly paste: number;
  readonly number: number;
  readonly text: string;
}
