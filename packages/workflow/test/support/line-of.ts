import { readFileSync } from "node:fs";

/** The number of the line of a test file that ends with the comment `// <marker>`. */
export function lineOf(url: string, marker: string): number {
  const lines = readFileSync(new URL(url), "utf8").split("\n");
  const found = lines.findIndex((line) => line.endsWith(` // ${marker}`));
  if (found === -1) throw new Error(`no line ends with // ${marker}`);
  return found + 1;
}
