const pattern = /^(\d{4})\/(\d{2})\/(\d{2}) (\d{2}):(\d{2})$/;

/**
 * Read `2001/01/31 06:30` as a date, its digits in the UTC fields; undefined if it is no such moment.
 *
 * Dates that a calendar does not have, such as 30 February, are refused rather than rolled over.
 */
export function parseDeparture(text: string): Date | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && minute < 60;
  return exists ? date : undefined;
}

/** The decimal hour of the day at which a flight left: 6.5 for 06:30. */
export function hourOf(departure: Date): number {
  return departure.getUTCHours() + departure.getUTCMinutes() / 60;
}
