import { SimpleType } from "@flytekit-ts/models/core";
import {
  fromMilliseconds,
  isDuration,
  toDuration,
  toMilliseconds,
  toNanoseconds,
} from "../../literals/durations.js";
import { simpleType } from "../literal-type.js";
import { type ScalarRules, scalarTransformer } from "../scalar-transformer.js";
import type { TypeTransformer } from "../transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Spans of time as milliseconds, kept to the microsecond. */
export const durationTransformer: TypeTransformer<number> = scalarTransformer(
  rules({
    words: "duration in milliseconds",
    nanosecondsOf: (value) => (typeof value === "number" ? fromMilliseconds(value) : undefined),
    valueOf: toMilliseconds,
  }),
);

/** Spans of time as nanoseconds. */
export const exactDurationTransformer: TypeTransformer<bigint> = scalarTransformer(
  rules({
    words: "duration in nanoseconds (a bigint)",
    nanosecondsOf: (value) => (typeof value === "bigint" ? value : undefined),
    valueOf: (nanoseconds) => nanoseconds,
  }),
);

interface Form<T> {
  readonly words: string;
  nanosecondsOf(value: unknown): bigint | undefined;
  valueOf(nanoseconds: bigint): T;
}

function rules<T>({ words, nanosecondsOf, valueOf }: Form<T>): ScalarRules<T> {
  const known = (value: unknown): bigint => nanosecondsOf(value) ?? 0n;
  // As flytekit: the seconds of a whole number of microseconds.
  const seconds = (value: unknown): number => Number(known(value) / 1000n) / 1_000_000;
  return {
    tag: "timedelta",
    words,
    literalType: simpleType(SimpleType.DURATION),
    jsonSchema: { type: "number", format: "time-delta" },
    accepts(value) {
      const nanoseconds = nanosecondsOf(value);
      return nanoseconds !== undefined && isDuration(nanoseconds);
    },
    encode: (value) => primitive({ $case: "duration", value: toDuration(known(value)) }),
    decode(scalar) {
      const value = primitiveOf(scalar);
      return value?.$case === "duration" ? { value: valueOf(toNanoseconds(value.value)) } : undefined;
    },
    write: (value, writer) => writer.float(seconds(value)),
    read(token) {
      if (token.kind !== "float" && token.kind !== "int") return undefined;
      const nanoseconds = fromMilliseconds(Number(token.value) * 1000);
      return nanoseconds === undefined ? undefined : { value: valueOf(nanoseconds) };
    },
    toJson: seconds,
  };
}
