import type { SourceLocation } from "@flytekit-ts/core";

/** Why a module cannot be loaded, in words, and what to do. */
export interface DescribedFault {
  /** The file that has to change. */
  readonly file: string;
  readonly problem: string;
  readonly advice?: string | undefined;
  readonly location?: SourceLocation | undefined;
}

/** The place of a character in a text. */
export function placeIn(file: string, text: string, offset: number): SourceLocation {
  const lines = text.slice(0, offset).split("\n");
  return { file, line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
