import { readFileSync } from "node:fs";

/** The rows of a file of JSON lines, or why there are none. */
export type Lines<Row> = { readonly rows: readonly Row[] } | { readonly problem: string };

/** Read a file with one row of JSON a line. `problemOf` says in words what a row lacks, and `what` what the file should hold. */
export function readLines<Row>(
  path: string,
  what: string,
  problemOf: (row: unknown) => string | undefined,
): Lines<Row> {
  const text = readText(path);
  if (typeof text !== "string") return text;
  const rows: Row[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const at = `line ${index + 1} of ${path}`;
    const row = parse(line);
    if (row === undefined) return { problem: `${at} is not JSON` };
    const problem = problemOf(row);
    if (problem !== undefined) return { problem: `${at} ${problem}` };
    rows.push(row as Row);
  }
  return rows.length === 0 ? { problem: `${path} holds no ${what}` } : { rows };
}

function readText(path: string): string | { readonly problem: string } {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
    return { problem: `${path} cannot be read (${String(reason)})` };
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
