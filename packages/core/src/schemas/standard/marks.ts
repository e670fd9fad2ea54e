/**
 * A keyword of our own in JSON Schema, for values that JSON does not have. The options for each library write it, and
 * `readForm` reads it.
 */
export const MARK = "~flyte";

/** What a mark says: a value that Flyte holds and JSON does not, or why no type holds the value. */
export type Mark =
  | { readonly is: "bigint" | "binary" | "datetime" | "enum" | "literal" | "undefined" }
  | { readonly is: "refused"; readonly what: string; readonly instead?: string };

const KINDS: ReadonlySet<unknown> = new Set([
  "bigint",
  "binary",
  "datetime",
  "enum",
  "literal",
  "refused",
  "undefined",
]);

/** The mark of a schema; undefined if there is none, or one that nothing of ours has written. */
export function markOf(schema: Readonly<Record<string, unknown>>): Mark | undefined {
  const mark = schema[MARK] as Partial<Mark> | null | undefined;
  return typeof mark === "object" && mark !== null && KINDS.has(mark.is) ? (mark as Mark) : undefined;
}

/** A keyword that says that a value is converted in both directions, and written down as what the schema takes. */
export const CODEC = "~codec";

/** The mark for what no type holds. */
export function refusedMark(what: string, instead?: string): { readonly [MARK]: Mark } {
  return { [MARK]: { is: "refused", what, ...(instead === undefined ? {} : { instead }) } };
}

/** The mark for values of a class, by the name of the class: `undefined` for other classes. */
export function markOfClass(name: unknown): { readonly [MARK]: Mark } | undefined {
  if (name === "Date") return { [MARK]: { is: "datetime" } };
  return name === "Uint8Array" ? { [MARK]: { is: "binary" } } : undefined;
}

/** What to write instead of a conversion in one direction. */
export const ONE_WAY =
  "Convert the value in a task, or declare both directions with a codec (`z.codec`, effect).";
