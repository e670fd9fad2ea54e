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
  /** For declarations that a function of `module` made for another module, such as a wrapper around `task`. */
  readonly madeBy?: Maker | undefined;
}

/** A function of one module that made a declaration for another module. */
export interface Maker {
  readonly name: string;
  /** The line of the other module that called the function. */
  readonly calledAt: SourceLocation | undefined;
}
