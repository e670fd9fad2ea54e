// A second reading of cron expressions, for the first to be held to: a field is a pattern, and what it means is
// found by asking for each value there is.

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names: string;
}

const BOUNDS: readonly Bounds[] = [
  { min: 0, max: 59, names: "" },
  { min: 0, max: 23, names: "" },
  { min: 1, max: 31, names: "" },
  { min: 1, max: 12, names: "jan feb mar apr may jun jul aug sep oct nov dec" },
  { min: 0, max: 6, names: "sun mon tue wed thu fri sat" },
];

/** The values of each field and whether it is open; `undefined` for what is no expression of five fields. */
export function naiveCron(
  expression: string,
): readonly { values: readonly number[]; open: boolean }[] | undefined {
  const words = expression.split(" ").filter(Boolean);
  if (words.length !== 5) return undefined;
  const fields = words.map((word, i) => naiveField(word, BOUNDS[i] ?? { min: 0, max: 0, names: "" }));
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

function naiveField(word: string, bounds: Bounds): { values: number[]; open: boolean } | undefined {
  const items = word
    .split(",")
    .filter(Boolean)
    .map((item) => naiveItem(item, bounds));
  if (items.some((item) => item === undefined)) return undefined;
  const every = Array.from({ length: bounds.max - bounds.min + 1 }, (_, i) => bounds.min + i);
  const known = items.filter((item) => item !== undefined);
  return {
    values: every.filter((value) =>
      known.some(({ from, to, by }) => value >= from && value <= to && (value - from) % by === 0),
    ),
    open: known.some(({ any, by }) => any && by === 1),
  };
}

function naiveItem(item: string, { min, max, names }: Bounds) {
  const known = names.split(" ").filter(Boolean);
  const value = known.length > 0 ? `(?:\\+?\\d+|${known.join("|")})` : String.raw`\+?\d+`;
  const pattern = new RegExp(`^(?:([*?])(?:-[^/]*)?|(${value})(?:-(${value}))?)(?:/(\\+?\\d+))?$`, "i");
  const match = pattern.exec(item);
  if (match === null) return undefined;
  const number = (text: string): number =>
    known.includes(text.toLowerCase()) ? known.indexOf(text.toLowerCase()) + min : Number(text);
  const [, star, low, high, step] = match;
  const by = step === undefined ? 1 : Number(step);
  const any = star !== undefined;
  const from = any ? min : number(low ?? "");
  const to = any || (high === undefined && step !== undefined) ? max : number(high ?? low ?? "");
  return by === 0 || from < min || to > max || from > to ? undefined : { any, from, to, by };
}

/** Whether a day of the years 2023 to 2031 is one of an expression's; months have to match, too. */
export function naiveFires(fields: readonly { values: readonly number[]; open: boolean }[]): boolean {
  const [minute, hour, day, month, weekday] = fields;
  if (!minute || !hour || !day || !month || !weekday) return false;
  if (minute.values.length === 0 || hour.values.length === 0) return false;
  for (let at = Date.UTC(2023, 0, 1); at < Date.UTC(2032, 0, 1); at += 86_400_000) {
    const date = new Date(at);
    const isDay = day.values.includes(date.getUTCDate());
    const isWeekday = weekday.values.includes(date.getUTCDay());
    const matches = day.open || weekday.open ? isDay && isWeekday : isDay || isWeekday;
    if (matches && month.values.includes(date.getUTCMonth() + 1)) return true;
  }
  return false;
}
