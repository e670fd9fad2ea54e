/** A kind of entity as its authors call it. */
export function kindWords(kind: string): string {
  return kind === "branch" ? "conditional" : kind.replace("-", " ");
}

/** The same with `a` or `an` in front. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}
