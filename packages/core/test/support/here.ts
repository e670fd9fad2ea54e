import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { SourceLocation } from "../../src/source/place.js";

/**
 * The place of `text` in a test's own file, on the one line that ends with the comment `// <mark>`: what an
 * author would be shown.
 */
export function here(url: string, mark: string, text: string): SourceLocation {
  const file = fileURLToPath(url);
  const lines = readFileSync(file, "utf8").split("\n");
  const line = lines.findIndex((each) => each.trimEnd().endsWith(`// ${mark}`));
  return { file, line: line + 1, column: (lines[line] ?? "").indexOf(text) + 1 };
}
