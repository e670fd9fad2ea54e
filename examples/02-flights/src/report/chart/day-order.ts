/**
 * The hours of a flying day in order: 05:00 first, 04:00 last.
 *
 * The few flights that leave after midnight end the day before rather than start a new one: most of them
 * should have left the evening before.
 */
export const dayOrder: readonly number[] = Array.from({ length: 24 }, (_, i) => (i + 5) % 24);

/** Items of the 24 hours from midnight on, in the order of a flying day; missing ones are left out. */
export function inDayOrder<T>(items: readonly T[]): T[] {
  return dayOrder.flatMap((hour) => items.slice(hour, hour + 1));
}
