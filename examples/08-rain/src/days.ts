import { readFile } from "node:fs/promises";
import { NonRecoverableError, t } from "@flytekit-ts/workflow";

/** The weather of one day: millimetres of rain, degrees Celsius, metres a second. */
export const Day = t.struct("Day", {
  date: t.string(),
  rain: t.float(),
  high: t.float(),
  low: t.float(),
  wind: t.float(),
});
export interface Day {
  readonly date: string;
  readonly rain: number;
  readonly high: number;
  readonly low: number;
  readonly wind: number;
}

/** The days in a CSV file, checked: a row that cannot be true will not become true when it is read again. */
export async function readDays(path: string): Promise<Day[]> {
  const [head, ...rows] = (await readFile(path, "utf8")).trimEnd().split("\n");
  if (head !== "date,rain,high,low,wind") throw new NonRecoverableError("the columns are not those of days");
  return rows.map((row, index) => {
    const [date = "", ...numbers] = row.split(",");
    const [rain = NaN, high = NaN, low = NaN, wind = NaN] = numbers.map(Number);
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || !(rain >= 0 && wind >= 0 && high >= low))
      throw new NonRecoverableError(`row ${index + 2} is no day`);
    return { date, rain, high, low, wind };
  });
}
