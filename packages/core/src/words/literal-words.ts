const WORDS: ReadonlyMap<string, string> = new Map([
  ["empty", "an empty literal"],
  ["collection", "a list literal"],
  ["map", "a map literal"],
  ["offloadedMetadata", "a literal whose value is stored separately"],
  ["stringValue", "a string literal"],
  ["boolean", "a boolean literal"],
  ["datetime", "a datetime literal"],
  ["duration", "a duration literal"],
  ["blob", "a file or directory literal"],
  ["binary", "a binary literal"],
  ["schema", "a schema literal"],
  ["noneType", "a none literal"],
  ["error", "an error literal"],
  ["generic", "a JSON object literal"],
  ["structuredDataset", "a structured dataset literal"],
  ["union", "a union literal"],
]);

/** A literal in words, by the name that Flyte IDL gives its kind: `stringValue`, `collection`, ... */
export function literalWords(kind: string): string {
  return WORDS.get(kind) ?? "a literal of unknown kind";
}
