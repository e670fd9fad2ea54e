/** What one of the five fields of a cron expression may hold: its values, and their names. */
export interface CronRange {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names of the values, the name of `min` first. */
  readonly names?: readonly string[];
}

/** A field that was read. Its set of values is empty for a list without items, `,`. */
export interface CronField {
  readonly values: ReadonlySet<number>;
  /**
   * Whether the field allows every value, as `*` does. Days of month and days of week are alternatives only if
   * neither field is open.
   */
  readonly open: boolean;
}

/** Why a field cannot be read, as the end of a sentence about the expression. */
export interface CronFault {
  readonly problem: string;
}

/**
 * Read one field as the parser behind flyteadmin does.
 *
 * A field is a list of `*`, `?`, numbers, names and ranges, each with an optional step. That parser ignores
 * empty items, and the part after the hyphen in `*-5`. So does this one, since the cluster accepts both.
 */
export function parseCronField(text: string, range: CronRange): CronField | CronFault {
  const values = new Set<number>();
  let open = false;
  // Equal items are read once: a long list of `*` would otherwise take long.
  for (const item of new Set(text.split(","))) {
    if (item === "") continue;
    const span = parseItem(item, range);
    if ("problem" in span) return span;
    if (span.open) open = true;
    for (let value = span.first; value <= span.last; value += span.step) values.add(value);
  }
  return { values, open };
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly open: boolean;
}

function parseItem(item: string, range: CronRange): Span | CronFault {
  const [bounds = "", stepText, ...moreSteps] = item.split("/");
  const [low = "", high, ...moreBounds] = bounds.split("-");
  const anything = low === "*" || low === "?";
  if (moreSteps.length > 0 || (moreBounds.length > 0 && !anything)) return unreadable(item, range);

  const step = stepText === undefined ? 1 : parseNumber(stepText);
  if (step === undefined) return unreadable(item, range);
  if (step === 0) return { problem: `has the step 0 in its ${range.name} ${quoted(item)}` };
  if (anything) return { first: range.min, last: range.max, step, open: step === 1 };

  const first = parseValue(low, range);
  // `5/10` means every tenth value, starting at 5.
  const last = high === undefined ? (stepText === undefined ? first : range.max) : parseValue(high, range);
  if (first === undefined || last === undefined) return unreadable(item, range);
  if (first < range.min || last > range.max) {
    return {
      problem: `has ${quoted(item)} for its ${range.name}, which goes from ${edge(range, range.min)} to ${edge(range, range.max)}`,
    };
  }
  if (first > last)
    return { problem: `has the range ${quoted(item)} for its ${range.name}, which runs backwards` };
  return { first, last, step, open: false };
}

function parseValue(text: string, { min, names = [] }: CronRange): number | undefined {
  // Go turns the dotted capital I into a plain i in lower case, JavaScript into two characters.
  const name = names.indexOf(text.replaceAll("\u0130", "i").toLowerCase());
  return name < 0 ? parseNumber(text) : name + min;
}

// The largest number that fits in 64 bits.
const LARGEST = 2n ** 63n - 1n;

function parseNumber(text: string): number | undefined {
  const [, digits] = /^\+?0*(\d{1,19})$/.exec(text) ?? [];
  return digits === undefined || BigInt(digits) > LARGEST ? undefined : Number(digits);
}

/** The first or last value of a field, with its name if it has one. */
function edge({ min, names = [] }: CronRange, value: number): string {
  const name = names[value - min];
  return name === undefined ? String(value) : `${value} (${name})`;
}

function unreadable(item: string, { name }: CronRange): CronFault {
  return { problem: `has ${quoted(item)} for its ${name}, which is not a number, range or step` };
}

function quoted(item: string): string {
  return JSON.stringify(item.length > 40 ? `${item.slice(0, 40)}...` : item);
}
