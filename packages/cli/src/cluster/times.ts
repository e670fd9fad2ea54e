/** A time for people: `2026-05-01 08:00:00Z`. */
export function timeText(time: Date | undefined): string {
  return time === undefined ? "" : `${time.toISOString().slice(0, 19).replace("T", " ")}Z`;
}
