/** An address without its query, which may hold what is secret: a signed link is a key as long as it holds. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "");
}
