import { FlyteDatetime } from "@flytekit-ts/core";
import { toDuration } from "@flytekit-ts/core/literals";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import { dayAt, floorOf, isInCalendar, type LocalTime } from "../texts/iso-datetime.js";
import { fitting, problemOf } from "./fitting.js";
import { isInt64, primitive } from "./literals.js";
import type { Outcome } from "./outcome.js";

// Values of types without parts, from what a text or JSON says of them.

/** An int. A type that holds numbers only refuses what a number does not hold exactly. */
export function intValue(transformer: TypeTransformer, int: bigint): Outcome {
  if (!isInt64(int))
    return {
      problem: "is beyond 64 bits, which Flyte's ints have: from -9223372036854775808 to 9223372036854775807",
    };
  const literal = primitive({ $case: "integer", value: int });
  const isSafe = Number.isSafeInteger(Number(int));
  const fits = fitting(transformer, { plain: isSafe ? [Number(int), int] : [int], literal });
  if ("value" in fits) return fits;
  if (!isSafe)
    return {
      problem:
        "is beyond what a number of JavaScript holds exactly, from -9007199254740991 to 9007199254740991: `t.int({ bigint: true })` holds 64 bits",
    };
  return { problem: `is refused: ${problemOf(fits.error)}` };
}

/** A float. */
export function floatValue(transformer: TypeTransformer, value: number): Outcome {
  return outcome(transformer, [value], primitive({ $case: "floatValue", value }));
}

/** A string. */
export function stringValue(transformer: TypeTransformer, value: string): Outcome {
  if (!value.isWellFormed()) return { problem: "has half a surrogate pair, which is no character" };
  return outcome(transformer, [value], primitive({ $case: "stringValue", value }));
}

/** A boolean. */
export function booleanValue(transformer: TypeTransformer, value: boolean): Outcome {
  return outcome(transformer, [value], primitive({ $case: "boolean", value }));
}

const MICROS_OF_SECOND = 1_000_000n;

/** A datetime. */
export function datetimeValue(transformer: TypeTransformer, time: LocalTime): Outcome {
  if (!isInCalendar(time)) return { problem: "is outside of the years 1 to 9999" };
  const seconds = floorOf(time.micros, MICROS_OF_SECOND);
  const nanos = Number(time.micros - seconds * MICROS_OF_SECOND) * 1000;
  const milliseconds = Number(floorOf(time.micros, 1000n));
  const rest = nanos % 1_000_000;
  const date = rest === 0 ? new Date(milliseconds) : new FlyteDatetime(milliseconds, rest);
  return outcome(
    transformer,
    [date, { seconds, nanos }],
    primitive({ $case: "datetime", value: { seconds, nanos } }),
  );
}

/** A date: the day that the calendar shows at the place of the time. */
export function dateValue(transformer: TypeTransformer, time: LocalTime): Outcome {
  if (!isInCalendar(time)) return { problem: "is outside of the years 1 to 9999" };
  const day = dayAt(time);
  const seconds = BigInt(Date.parse(day) / 1000);
  return outcome(transformer, [day], primitive({ $case: "datetime", value: { seconds, nanos: 0 } }));
}

// What google.protobuf.Duration allows: about 10,000 years.
const LONGEST = 315_576_000_000n * MICROS_OF_SECOND;

/** A duration. */
export function durationValue(transformer: TypeTransformer, micros: bigint): Outcome {
  if (micros > LONGEST || micros < -LONGEST)
    return { problem: "is longer than 10,000 years, which is as long as Flyte's durations are" };
  const nanoseconds = micros * 1000n;
  const plain = [Number(micros) / 1000, nanoseconds];
  return outcome(transformer, plain, primitive({ $case: "duration", value: toDuration(nanoseconds) }));
}

function outcome(
  transformer: TypeTransformer,
  plain: readonly unknown[],
  literal: ReturnType<typeof primitive>,
): Outcome {
  const fits = fitting(transformer, { plain, literal });
  return "value" in fits ? fits : { problem: `is refused: ${problemOf(fits.error)}` };
}
