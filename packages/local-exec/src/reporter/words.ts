/** A duration in words: `12ms`, `3.4s`, `2m 05s`, `1h 02m`. */
export function durationText(milliseconds: number): string {
  const whole = Math.max(0, milliseconds);
  if (whole < 999.5) return `${Math.round(whole)}ms`;
  if (whole < 59_950) return `${(whole / 1000).toFixed(1)}s`;
  const seconds = Math.round(whole / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${twoDigits(seconds % 60)}s`;
  return `${Math.floor(minutes / 60)}h ${twoDigits(minutes % 60)}m`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, "0");
}

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
