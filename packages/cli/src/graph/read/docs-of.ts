/** The author's text about an entity, the short one first. */
export function docsOf(docs: unknown): string | undefined {
  if (typeof docs === "string") return docs === "" ? undefined : docs;
  if (typeof docs !== "object" || docs === null) return undefined;
  const { short, long } = docs as { readonly short?: unknown; readonly long?: unknown };
  const texts = [short, long].filter((text) => typeof text === "string" && text !== "");
  return texts.length === 0 ? undefined : texts.join("\n\n");
}
