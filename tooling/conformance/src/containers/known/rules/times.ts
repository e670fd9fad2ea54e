import { LiteralMap } from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import { packedValue } from "../../messages/packed.js";
import { withTexts } from "../../messages/with-texts.js";
import type { KnownDifference } from "../known-difference.js";
import { placedIn, scalarIn } from "../parts/placed.js";
import { giving, inputsOf, interfaceOf, outputsOf, refusing } from "../parts/row-messages.js";

/** A datetime finer than Python's. */
export const nanosecondsKept: KnownDifference = {
  name: "nanoseconds kept",
  reason: "a datetime keeps its nanoseconds, where Python has microseconds",
  instead(row) {
    const outputs = outputsOf(row);
    const fine = placedIn(inputsOf(row), interfaceOf(row)?.inputs)
      .map(({ literal }) => datetimeIn(literal))
      .filter((each) => each !== undefined && each.nanos % 1000 !== 0);
    if (outputs === undefined || fine.length === 0) return undefined;
    return giving(row, withNanos(outputs, fine) as typeof outputs);
  },
};

/** A message in which each datetime that lost its nanoseconds has those of the input that it was. */
function withNanos(value: unknown, fine: readonly (Timestamp | undefined)[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withNanos(each, fine));
  if (value instanceof Map)
    return new Map([...(value as Map<unknown, unknown>)].map(([key, each]) => [key, withNanos(each, fine)]));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Reflect.get(value, "$case") === "datetime") {
    const given = Reflect.get(value, "value") as Timestamp;
    const exact = fine.find((each) => each?.seconds === given.seconds && cut(each.nanos) === given.nanos);
    return exact === undefined ? value : { ...value, value: exact };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withNanos(each, fine)]),
  ) as unknown;
}

function cut(nanos: number): number {
  return nanos - (nanos % 1000);
}

function datetimeIn(literal: Parameters<typeof scalarIn>[0]): Timestamp | undefined {
  const scalar = scalarIn(literal);
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  return primitive?.$case === "datetime" ? primitive.value : undefined;
}

const WITH_OFFSET = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d+))?[+-]\d\d:\d\d/g;

/** A datetime in MessagePack that is not in UTC. */
export const offsetsDropped: KnownDifference = {
  name: "offsets dropped",
  reason: "a datetime is a point in time: in MessagePack too, its offset is UTC",
  instead(row) {
    const outputs = outputsOf(row);
    const texts = placedIn(inputsOf(row), interfaceOf(row)?.inputs).map(({ literal }) =>
      packedTextIn(literal),
    );
    const hasOffset = texts.some((text) => text !== undefined && inUtc(text) !== text);
    if (outputs === undefined || !hasOffset) return undefined;
    return giving(row, LiteralMap.decode(LiteralMap.encode(withTexts(outputs, inUtc)).finish()));
  },
};

function packedTextIn(literal: Parameters<typeof scalarIn>[0]): string | undefined {
  const scalar = scalarIn(literal);
  return scalar?.$case === "binary" ? JSON.stringify(packedValue(scalar.value.value)) : undefined;
}

/** A text with each datetime of another offset at that of UTC, as Python writes it. */
function inUtc(text: string): string {
  return text.replaceAll(WITH_OFFSET, (time, fraction?: string) => {
    if (time.endsWith("+00:00")) return time;
    const seconds = new Date(time).toISOString().slice(0, 19);
    return `${seconds}${fraction === undefined ? "" : `.${fraction}`}+00:00`;
  });
}

/** What protobuf's Duration may hold: 10,000 years. */
const LONGEST = 315_576_000_000n;

/** A duration that protobuf does not allow. */
export const durationTooLong: KnownDifference = {
  name: "duration too long",
  reason: "a duration beyond the 10,000 years of protobuf is refused, where flytekit writes it",
  instead(row) {
    const placed = placedIn(outputsOf(row), interfaceOf(row)?.outputs);
    const isTooLong = placed.some(({ literal }) => {
      const scalar = scalarIn(literal);
      const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
      if (primitive?.$case !== "duration") return false;
      const { seconds } = primitive.value;
      return seconds > LONGEST || seconds < -LONGEST;
    });
    return isTooLong ? refusing(row) : undefined;
  },
};
