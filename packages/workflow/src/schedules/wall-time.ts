/** What a clock on the wall shows. Months and days of the month count from 1, days of the week from Sunday, which is 0. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** A function from milliseconds since 1970 to what a clock in a time zone shows. */
export function wallTimeIn(zone: string): (time: number) => WallTime {
  return zone === "UTC" ? utc : inZone(zone);
}

function utc(time: number): WallTime {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

function inZone(timeZone: string): (time: number) => WallTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const [year, month, day, hour, minute] = (["year", "month", "day", "hour", "minute"] as const).map(
      (type) => parts.get(type) ?? 0,
    ) as [number, number, number, number, number];
    return utc(Date.UTC(year, month - 1, day, hour, minute));
  };
}
