import type { AdminRow, Json } from "../rows/admin-row.js";

/** New names by old ones. Each stands for a part of names, wherever it is: `garden` for that of `garden.water`. */
export type Names = ReadonlyMap<string, string>;

/**
 * Names of a text like `garden=forest,bed=plot`, or what is wrong with it.
 *
 * A new name must not hold an old one, so that each place is renamed once.
 */
export function parseNames(text: string): Names | { readonly problem: string } {
  const pairs = text.split(",").map((pair) => pair.split("="));
  if (pairs.some((pair) => pair.length !== 2 || pair.some((name) => name === "")))
    return { problem: `--rename takes pairs like garden=forest,bed=plot, and not ${text}` };
  const names = new Map(pairs.map(([old = "", now = ""]) => [old, now]));
  const clash = [...names.values()].find((now) => [...names.keys()].some((old) => now.includes(old)));
  return clash === undefined
    ? names
    : { problem: `--rename cannot give the name ${clash}: it holds one that is renamed` };
}

/** Rows with other names in what is asked and in what is to be answered. */
export function renameRows(rows: readonly AdminRow[], names: Names): readonly AdminRow[] {
  return rows.map((row) => {
    const renamed = renamedJson(row as unknown as Json, names) as unknown as AdminRow;
    // The bytes of a request have the old names.
    return renamed.kind === "http" ? renamed : { ...renamed, request: undefined };
  });
}

function renamedJson(value: Json, names: Names): Json {
  if (typeof value === "string") return renamedText(value, names);
  if (Array.isArray(value)) return value.map((each) => renamedJson(each, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [renamedText(key, names), renamedJson(each, names)]),
  );
}

function renamedText(text: string, names: Names): string {
  let renamed = text;
  for (const [old, now] of names) renamed = renamed.replaceAll(old, now);
  return renamed;
}
