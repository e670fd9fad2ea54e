const MOST_LISTED = 20;

/** Lines of a list in a message. Of long lists only the first. */
export function listed(lines: readonly string[], most: number = MOST_LISTED): string {
  const first = lines.slice(0, most).map((line) => `  - ${line}`);
  const more = lines.length - first.length;
  return [...first, ...(more > 0 ? [`  - and ${more} more`] : [])].join("\n");
}
