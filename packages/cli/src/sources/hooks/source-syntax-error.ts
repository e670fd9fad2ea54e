/** What is wrong in a text, and where. Lines and columns count from 1. */
export interface SyntaxFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

/** That a source cannot be read. What it says is in its properties: it may come from the thread of the hooks. */
export class SourceSyntaxError extends SyntaxError {
  static readonly CODE = "FLYTE_SOURCE_SYNTAX";
  readonly code: string = SourceSyntaxError.CODE;
  readonly fault: SyntaxFault;

  constructor(fault: SyntaxFault) {
    super(`${fault.problem} (${fault.file}:${fault.line}:${fault.column})`);
    this.fault = fault;
  }
}

/** The place of a byte in a text. */
export function placeOfByte(text: string, offset: number): Pick<SyntaxFault, "line" | "column"> {
  const lines = Buffer.from(text).subarray(0, offset).toString("utf8").split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
