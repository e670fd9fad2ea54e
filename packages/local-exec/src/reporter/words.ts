/** A number of things, with commas between thousands: `12,345`. `toLocaleString` loads 5 ms of data for it. */
export function countText(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Numbers of things, without those of which there are none: `3 succeeded, 1 failed`. */
export function countsText(counts: { readonly [what: string]: number }): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${countText(count)} ${what}`)
    .join(", ");
}

/** Lines as one text. */
export function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
