/** The TypeScript of a page, as a module. */
export interface Fence {
  readonly page: string;
  readonly file: string;
  readonly code: string;
}

export interface Fences {
  readonly fences: readonly Fence[];
  /** What the compiler says, line by line. */
  typeCheck(): Promise<string[]>;
  remove(): Promise<void>;
}

/** The TypeScript modules in a text of Markdown. */
export declare function fencesOf(text: string): string[];

/** Write the code of pages as modules into `out/fences` of a package; relative imports lead where they led. */
export declare function writeFences(pages: readonly string[], root: string): Promise<Fences>;

/** What the compiler says of a folder with a `tsconfig.json`, line by line. */
export declare function typeCheck(folder: string, compiler: string): Promise<string[]>;

/** The lines that something prints with `console.log`. */
export declare function printedBy(load: () => Promise<unknown>): Promise<string[]>;

/** The lines that code says it prints: the comments behind its `console.log(...);`. */
export declare function promisedBy(code: string): string[];
