/** The release of the data a page was computed from. */
export interface Release {
  readonly id: string;
  /** ISO day up to which the data was checked. */
  readonly asOf: string;
}
