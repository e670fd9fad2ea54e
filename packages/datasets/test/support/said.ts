/** A value in the form of `fixtures/expected.json`, which says all of it. `undefined` is null there. */
export function said(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "bigint") return { $int: String(value) };
  if (typeof value === "number" && !Number.isFinite(value)) return { $float: FLOATS[String(value)] };
  if (value instanceof Date) return { $datetime: String(nanosecondsOf(value)) };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("hex") };
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, said(part)]));
}

const FLOATS: Readonly<Record<string, string>> = { NaN: "nan", Infinity: "inf", "-Infinity": "-inf" };

/** The nanoseconds since 1970 of a date, those beyond the millisecond too. */
export function nanosecondsOf(date: Date): bigint {
  const rest = "nanosOfMillisecond" in date ? Number(date.nanosOfMillisecond) : 0;
  return BigInt(date.getTime()) * 1_000_000n + BigInt(rest);
}

/** What `expected.json` says, in the forms that values have where no columns are declared. */
export function natural(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(natural);
  if (typeof expected !== "object" || expected === null) return expected;
  const { $int, $duration, $time, $map } = expected as Readonly<Record<string, unknown>>;
  if (typeof $int === "string") return Number.isSafeInteger(Number($int)) ? Number($int) : expected;
  if (typeof $duration === "string") return { $int: $duration };
  if (typeof $time === "string") return expected;
  if (Array.isArray($map)) {
    const entries = $map.map(([key, value]: [unknown, unknown]) => [keyText(key), natural(value)]);
    return Object.fromEntries(entries);
  }
  return Object.fromEntries(Object.entries(expected).map(([name, part]) => [name, natural(part)]));
}

function keyText(key: unknown): string {
  return typeof key === "string" ? key : (key as { readonly $int: string }).$int;
}
