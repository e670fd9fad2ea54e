import type { TypeFault } from "../errors/type-fault.js";
import {
  fromMilliseconds,
  fromSeconds,
  isDuration,
  toDuration,
  toMilliseconds,
  toNanoseconds,
  toSeconds,
} from "../literals/durations.js";
import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { type Decoded, type ScalarRules, scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Spans of time as milliseconds, kept to the microsecond. */
export const durationTransformer: TypeTransformer<number> = scalarTransformer(
  rules({
    words: "duration in milliseconds",
    nanosecondsOf: (value) => (typeof value === "number" ? fromMilliseconds(value) : undefined),
    valueOf: toMilliseconds,
    faultOf: (value) => (typeof value === "string" ? "no-milliseconds" : undefined),
  }),
);

/** Spans of time as nanoseconds. Inside a record they are kept only to the microsecond. */
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
  faultOf?(value: unknown): TypeFault | undefined;
}

function rules<T>({ words, nanosecondsOf, valueOf, faultOf }: Form<T>): ScalarRules<T> {
  const known = (value: unknown): bigint => nanosecondsOf(value) ?? 0n;
  const decoded = (nanoseconds: bigint | undefined): Decoded<T> =>
    nanoseconds !== undefined && isDuration(nanoseconds) ? { value: valueOf(nanoseconds) } : undefined;
  return {
    tag: "timedelta",
    words,
    literalType: simpleType(SimpleType.DURATION),
    jsonSchema: { type: "number", format: "time-delta" },
    accepts: (value) => decoded(nanosecondsOf(value)) !== undefined,
    ...(faultOf === undefined ? {} : { faultOf }),
    encode: (value) => primitive({ $case: "duration", value: toDuration(known(value)) }),
    decode(scalar) {
      const value = primitiveOf(scalar);
      return value?.$case === "duration" ? decoded(toNanoseconds(value.value)) : undefined;
    },
    // As flytekit: seconds, to the microsecond.
    write: (value, writer) => writer.float(toSeconds(known(value))),
    read: (token) =>
      token.kind === "float" || token.kind === "int" ? decoded(fromSeconds(Number(token.value))) : undefined,
    toJson: (value) => toSeconds(known(value)),
  };
}
