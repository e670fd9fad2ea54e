import { SimpleType } from "@flytekit-ts/models/core";
import {
  fromIsoText,
  isTimestamp,
  type Timestamp,
  toDate,
  toIsoText,
  toTimestamp,
} from "../../literals/timestamps.js";
import { simpleType } from "../literal-type.js";
import { type ScalarRules, scalarTransformer } from "../scalar-transformer.js";
import type { TypeTransformer } from "../transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Points in time as `Date`. */
export const datetimeTransformer: TypeTransformer<Date> = scalarTransformer(
  rules({
    words: "datetime (a Date of the years 1 to 9999)",
    timestampOf: (value) => (isDate(value) ? toTimestamp(value) : undefined),
    valueOf: toDate,
  }),
);

/** Points in time as `{ seconds, nanos }`, for what a Date cannot do arithmetic on. */
export const exactDatetimeTransformer: TypeTransformer<Timestamp> = scalarTransformer(
  rules({
    words: "datetime { seconds, nanos } of the years 1 to 9999",
    timestampOf: (value) => (isTimestampObject(value) ? value : undefined),
    valueOf: ({ seconds, nanos }) => ({ seconds, nanos }),
  }),
);

interface Form<T> {
  readonly words: string;
  timestampOf(value: unknown): Timestamp | undefined;
  valueOf(timestamp: Timestamp): T;
}

function rules<T>({ words, timestampOf, valueOf }: Form<T>): ScalarRules<T> {
  const known = (value: unknown): Timestamp => timestampOf(value) ?? { seconds: 0n, nanos: 0 };
  return {
    tag: "datetime",
    words,
    literalType: simpleType(SimpleType.DATETIME),
    jsonSchema: { type: "string", format: "date-time" },
    accepts(value) {
      const timestamp = timestampOf(value);
      return timestamp !== undefined && isTimestamp(timestamp);
    },
    encode: (value) => primitive({ $case: "datetime", value: known(value) }),
    decode(scalar) {
      const value = primitiveOf(scalar);
      return value?.$case === "datetime" ? { value: valueOf(value.value) } : undefined;
    },
    write: (value, writer) => writer.string(toIsoText(known(value))),
    read(token) {
      const timestamp = token.kind === "string" ? fromIsoText(token.value) : undefined;
      return timestamp === undefined ? undefined : { value: valueOf(timestamp) };
    },
    toJson: (value) => toIsoText(known(value)),
  };
}

// By tag, not by class: test runners and workers have Date classes of their own.
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]" && !Number.isNaN((value as Date).getTime());
}

function isTimestampObject(value: unknown): value is Timestamp {
  if (typeof value !== "object" || value === null) return false;
  const { seconds, nanos } = value as Partial<Timestamp>;
  return typeof seconds === "bigint" && typeof nanos === "number";
}
