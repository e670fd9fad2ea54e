import { readFileSync } from "node:fs";
import type { Names } from "../messages/names.js";
import type { RowRaw } from "../rows/container-row.js";
import { compareTable } from "./compare-table.js";

/** Each difference between the raw files that our process left and the recorded ones, as a line. */
export async function compareRaw(
  recorded: readonly RowRaw[],
  ours: ReadonlyMap<string, string>,
  names: Names,
): Promise<readonly string[]> {
  const free = new Map(ours);
  const problems: string[] = [];
  for (const entry of recorded) {
    const found = await findIn(free, entry, names);
    if (typeof found === "string") free.delete(found);
    else problems.push(...found.problems);
  }
  if (free.size > 0) problems.push(`raw files: ours also ${[...free.keys()].join(", ")}`);
  return problems;
}

async function findIn(
  files: ReadonlyMap<string, string>,
  entry: RowRaw,
  names: Names,
): Promise<string | { readonly problems: readonly string[] }> {
  const problems: string[] = [];
  for (const [name, path] of files) {
    // A name is bound only if the content fits too: several files may have names that would do.
    if (!names.fits(entry.name, name)) continue;
    const different = await contentDifferences(entry, readFileSync(path));
    if (different.length === 0 && names.same(entry.name, name)) return name;
    problems.push(...different.map((line) => `raw file ${entry.name}: ${line}`));
  }
  if (problems.length > 0) return { problems };
  return {
    problems: [`raw files: ours has no ${entry.name}, but ${[...files.keys()].join(", ") || "none"}`],
  };
}

async function contentDifferences(entry: RowRaw, bytes: Uint8Array): Promise<readonly string[]> {
  if (entry.parquet !== undefined) return compareTable(entry.parquet, bytes);
  if (entry.size !== undefined && bytes.length !== entry.size)
    return [`ours has ${bytes.length} bytes, flytekit's ${entry.size}`];
  const isSame = entry.b64 === undefined || Buffer.from(bytes).toString("base64") === entry.b64;
  return isSame ? [] : ["other bytes"];
}
