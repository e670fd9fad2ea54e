import { assertBoolean, assertOptions } from "../entity/options.js";
import { atCaller } from "../errors/at-caller.js";
import type { Timestamp } from "../literals/timestamps.js";
import type { FlyteType } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import { booleanTransformer } from "./boolean.js";
import { datetimeTransformer, exactDatetimeTransformer } from "./datetime.js";
import { durationTransformer, exactDurationTransformer } from "./duration.js";
import { errorTransformer, type FlyteError } from "./error.js";
import { floatTransformer } from "./float.js";
import { bigintTransformer, intTransformer } from "./int.js";
import { noneTransformer } from "./none.js";
import { stringTransformer } from "./string.js";

const NO_OPTIONS: ReadonlySet<string> = new Set();

/**
 * Safe integers as `number`. With `{ bigint: true }`: 64-bit integers as `bigint`; callers may also write numbers.
 */
function int(): FlyteType<number, "int">;
function int(options: { readonly bigint: true }): FlyteType<bigint, "int", bigint | number>;
function int(options?: {
  readonly bigint: true;
}): FlyteType<number, "int"> | FlyteType<bigint, "int", bigint | number> {
  return atCaller(int, () => {
    if (isOn(options, "bigint", "t.int"))
      return makeType<bigint, "int", bigint | number>({ transformer: bigintTransformer });
    return makeType<number, "int">({ transformer: intTransformer });
  });
}

/**
 * Points in time as `Date`. With `{ exact: true }`: as `{ seconds, nanos }`.
 *
 * A received `Date` keeps the nanoseconds that Flyte sends (see `FlyteDatetime`).
 */
function datetime(): FlyteType<Date, "datetime">;
function datetime(options: { readonly exact: true }): FlyteType<Timestamp, "datetime">;
function datetime(options?: {
  readonly exact: true;
}): FlyteType<Date, "datetime"> | FlyteType<Timestamp, "datetime"> {
  return atCaller(datetime, () => {
    if (isOn(options, "exact", "t.datetime"))
      return makeType<Timestamp, "datetime">({ transformer: exactDatetimeTransformer });
    return makeType<Date, "datetime">({ transformer: datetimeTransformer });
  });
}

/** Spans of time in milliseconds, to the microsecond. With `{ exact: true }`: nanoseconds as `bigint`. */
function duration(): FlyteType<number, "duration">;
function duration(options: { readonly exact: true }): FlyteType<bigint, "duration">;
function duration(options?: {
  readonly exact: true;
}): FlyteType<number, "duration"> | FlyteType<bigint, "duration"> {
  return atCaller(duration, () => {
    if (isOn(options, "exact", "t.duration"))
      return makeType<bigint, "duration">({ transformer: exactDurationTransformer });
    return makeType<number, "duration">({ transformer: durationTransformer });
  });
}

/** Floats: any number, also NaN and the infinities. A promise of an int cannot be passed for a float. */
function float(): FlyteType<number, "float">;
function float(options?: unknown): FlyteType<number, "float"> {
  return atCaller(float, () => {
    assertOptions(options ?? {}, NO_OPTIONS, "t.float");
    return makeType<number, "float">({ transformer: floatTransformer });
  });
}

/** Strings. */
function string(): FlyteType<string, "string">;
function string(options?: unknown): FlyteType<string, "string"> {
  return atCaller(string, () => {
    assertOptions(options ?? {}, NO_OPTIONS, "t.string");
    return makeType<string, "string">({ transformer: stringTransformer });
  });
}

/** Booleans. */
function boolean(): FlyteType<boolean, "boolean">;
function boolean(options?: unknown): FlyteType<boolean, "boolean"> {
  return atCaller(boolean, () => {
    assertOptions(options ?? {}, NO_OPTIONS, "t.boolean");
    return makeType<boolean, "boolean">({ transformer: booleanTransformer });
  });
}

/** No value at all. */
function none(): FlyteType<undefined, "none", undefined | null>;
function none(options?: unknown): FlyteType<undefined, "none", undefined | null> {
  return atCaller(none, () => {
    assertOptions(options ?? {}, NO_OPTIONS, "t.none");
    return makeType<undefined, "none", undefined | null>({ transformer: noneTransformer });
  });
}

/** The error that Flyte passes to a failure handler. */
function error(): FlyteType<FlyteError, "error">;
function error(options?: unknown): FlyteType<FlyteError, "error"> {
  return atCaller(error, () => {
    assertOptions(options ?? {}, NO_OPTIONS, "t.error");
    return makeType<FlyteError, "error">({ transformer: errorTransformer });
  });
}

/** Whether the one option of a type is on. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID` */
function isOn(options: unknown, option: string, at: string): boolean {
  if (options === undefined) return false;
  assertOptions(options, new Set([option]), at);
  const given: unknown = Reflect.get(Object(options), option);
  assertBoolean(given, option, at);
  return given === true;
}

/** The types whose values are one scalar. */
export const scalarTypes = { int, float, string, boolean, datetime, duration, none, error };
