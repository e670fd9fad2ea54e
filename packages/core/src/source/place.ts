/** A line of the author's source; line and column count from 1. */
export interface SourceLocation {
  /** File path, or the URL where it is not a file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Finds its location when first asked: most places are recorded and never looked at. */
export interface Place {
  readonly location: SourceLocation | undefined;
  /** Path of the file that was loaded, for declarations: what was built from the file of `location`, if anything was. */
  readonly module?: string | undefined;
}
