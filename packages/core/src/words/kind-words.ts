/** A kind of entity in the words of authors: `launch plan`, `conditional`. */
export function kindWords(kind: string): string {
  return kind === "branch" ? "conditional" : kind.replace("-", " ");
}

/** Words with `a` or `an` in front. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}
