/**
 * How long something took, for people: `12ms`, `3.4s`, `2m 05s`, `1h 02m`. Empty where that is not known, as while it goes on.
 */
export function durationText(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return "";
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
