/** A kind of entity as its authors call it. */
export function kindWords(kind: string): string {
  return kind === "branch" ? "conditional" : kind.replace("-", " ");
}
