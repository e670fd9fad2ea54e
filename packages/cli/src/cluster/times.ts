/** A time for people: `2026-05-01 08:00:00Z`. */
export function timeText(time: Date | undefined): string {
  return time === undefined ? "" : `${time.toISOString().slice(0, 19).replace("T", " ")}Z`;
}

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
] as const;

/** A duration for people, to two units: `1.2 s`, `3 min 4 s`, `2 h 5 min`. */
export function durationText(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return "";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(Math.floor(milliseconds / 100) / 10).toString()} s`;
  const parts: string[] = [];
  let left = milliseconds;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || parts.length > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(" ");
}
