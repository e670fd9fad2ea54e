// Names and values in types come from authors and from other programs, and may be of any length.
const LONGEST = 60;
const MOST = 5;

/** A name, cut if it is long. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const points = Array.from(text.slice(0, 2 * LONGEST)).slice(0, LONGEST);
  return `${points.join("")}...`;
}

/** A string in quotes, cut if it is long. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text));
}

/** The first few things in words, and `...` if there are more. */
export function enumerate<T>(things: readonly T[], words: (thing: T) => string, separator = ", "): string {
  const shown = things.slice(0, MOST).map(words);
  return (things.length > MOST ? [...shown, "..."] : shown).join(separator);
}

/** An enum type in words. Its values are strings or other JSON values. */
export function describeEnum(values: readonly unknown[]): string {
  return `enum(${enumerate(values, describeJson)})`;
}

/** A JSON value that is part of a type, in words. */
export function describeJson(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return "[...]";
  return typeof value === "object" && value !== null ? "{...}" : String(value);
}

/** A union of types in words. `hasNone` says whether none is one of its variants. */
export function describeUnion<T>(others: readonly T[], hasNone: boolean, words: (type: T) => string): string {
  if (others.length === 0) return hasNone ? "none" : "union of nothing";
  const either = enumerate(others, words, " or ");
  return hasNone ? `optional ${grouped(either)}` : either;
}

/** Words that follow `list of` and the like: in parentheses if they contain `or`. */
export function grouped(words: string): string {
  return words.includes(" or ") ? `(${words})` : words;
}
