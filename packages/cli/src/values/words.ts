/** A duration for people, as runs tell theirs when they end: `12ms`, `3.4s`, `2m 05s`, `1h 02m`. Empty where none is known. */
export function spanText(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return "";
  if (milliseconds < 999.5) return `${Math.round(milliseconds)}ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)}s`;
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const two = (count: number): string => String(count).padStart(2, "0");
  if (minutes < 60) return `${minutes}m ${two(seconds % 60)}s`;
  return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}

const AGO = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1000, "s"],
] as const;

/** How long ago something was: `5 min ago`. */
export function agoText(at: number | undefined, now: number = Date.now()): string {
  if (at === undefined) return "";
  const passed = Math.max(0, now - at);
  const [size, unit] = AGO.find(([each]) => passed >= each) ?? [1000, "s"];
  return passed < 1000 ? "now" : `${Math.floor(passed / size)} ${unit} ago`;
}

const SIZES = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** A size for people: `12 bytes`, `3.4 MB`. */
export function bytesText(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 999.5 && unit < SIZES.length - 1) [size, unit] = [size / 1000, unit + 1];
  return unit === 0 ? `${bytes} bytes` : `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${SIZES[unit]}`;
}
