import { isDate } from "node:util/types";
import type { TypeFault } from "../errors/type-fault.js";
import { SimpleType } from "../literals/idl-enums.js";
import {
  fromIsoText,
  isTimestamp,
  type Timestamp,
  toDate,
  toIsoText,
  toTimestamp,
} from "../literals/timestamps.js";
import { simpleType } from "../literals/literal-type.js";
import { type Decoded, type ScalarRules, scalarTransformer } from "../types/scalar-transformer.js";
import { hasOnly } from "../types/record-value.js";
import type { TypeTransformer } from "../types/transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Points in time as `Date`. */
export const datetimeTransformer: TypeTransformer<Date> = scalarTransformer(
  rules({
    words: "datetime (a Date of the years 1 to 9999)",
    // Not with instanceof: test runners and workers have separate Date classes.
    timestampOf: (value) => (isDate(value) ? toTimestamp(value) : undefined),
    valueOf: toDate,
    faultOf(value) {
      if (isDate(value)) return Number.isNaN(value.getTime()) ? "invalid-date" : undefined;
      return typeof value === "string" || typeof value === "number" ? "no-date" : undefined;
    },
  }),
);

/** Points in time as `{ seconds, nanos }`, for arithmetic that is finer than the milliseconds of a Date. */
export const exactDatetimeTransformer: TypeTransformer<Timestamp> = scalarTransformer(
  rules({
    words: "datetime { seconds, nanos } of the years 1 to 9999",
    timestampOf: toParts,
    valueOf: ({ seconds, nanos }) => ({ seconds, nanos }),
  }),
);

interface Form<T> {
  readonly words: string;
  timestampOf(value: unknown): Timestamp | undefined;
  valueOf(timestamp: Timestamp): T;
  faultOf?(value: unknown): TypeFault | undefined;
}

function rules<T>({ words, timestampOf, valueOf, faultOf }: Form<T>): ScalarRules<T> {
  const known = (value: unknown): Timestamp => timestampOf(value) ?? { seconds: 0n, nanos: 0 };
  const decoded = (timestamp: Timestamp | undefined): Decoded<T> =>
    timestamp !== undefined && isTimestamp(timestamp) ? { value: valueOf(timestamp) } : undefined;
  return {
    tag: "datetime",
    words,
    literalType: simpleType(SimpleType.DATETIME),
    jsonSchema: { type: "string", format: "date-time" },
    accepts: (value) => decoded(timestampOf(value)) !== undefined,
    ...(faultOf === undefined ? {} : { faultOf }),
    encode: (value) => primitive({ $case: "datetime", value: known(value) }),
    decode(scalar) {
      const value = primitiveOf(scalar);
      return value?.$case === "datetime" ? decoded(value.value) : undefined;
    },
    write: (value, writer) => writer.string(toIsoText(known(value))),
    read: (token) => (token.kind === "string" ? decoded(fromIsoText(token.value)) : undefined),
    toJson: (value) => toIsoText(known(value)),
  };
}

function toParts(value: unknown): Timestamp | undefined {
  if (typeof value !== "object" || value === null || !hasOnly(value, ["seconds", "nanos"])) return undefined;
  const { seconds, nanos } = value as Partial<Timestamp>;
  return typeof seconds === "bigint" && typeof nanos === "number" ? { seconds, nanos } : undefined;
}
