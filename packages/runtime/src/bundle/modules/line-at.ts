import { readFileSync } from "node:fs";
import type { SourceLocation } from "@flytekit-ts/core";

/** The line and column of an offset in the text of a file. */
export function lineAt(file: string, text: string, offset: number): SourceLocation {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { file, line: before.split("\n").length, column: offset - lineStart + 1 };
}

/** Where a file imports something under this specifier; its first line if that is not written out. */
export function lineOfImport(file: string, specifier: string): SourceLocation {
  const text = readFileSync(file, "utf8");
  const quoted = specifier.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const statement = new RegExp(
    `(?:\\bfrom|\\bimport|\\brequire\\s*\\(|\\bimport\\s*\\()\\s*(?=["'\`]${quoted}["'\`])`,
  );
  const found = statement.exec(text);
  return lineAt(file, text, found === null ? 0 : found.index + found[0].length);
}
