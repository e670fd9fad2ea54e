/** What is wrong in a file, and where. Lines and columns count from 1. */
export interface SyntaxFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  /** What to do, where it is no error of syntax. The problem is a whole clause then. */
  readonly advice?: string | undefined;
}

/** What is wrong at a character of a text. */
export function faultAt(
  file: string,
  { text, offset, problem }: { readonly text: string; readonly offset: number; readonly problem: string },
): SyntaxFault {
  const lines = text.slice(0, offset).split("\n");
  return { file, line: lines.length, column: (lines.at(-1) ?? "").length + 1, problem };
}
