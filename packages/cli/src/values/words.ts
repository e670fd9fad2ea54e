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
