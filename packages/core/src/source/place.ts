/** A line of the author's source; line and column count from 1. */
export interface SourceLocation {
  /** File path, or a URL if the source is not a file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place in the author's source. Its location is computed on first use, because most places are never read. */
export interface Place {
  readonly location: SourceLocation | undefined;
  /** For declarations: path of the file that was loaded. It may be built from the file of `location`. */
  readonly module?: string | undefined;
}
