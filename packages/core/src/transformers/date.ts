import { isDate } from "node:util/types";
import type { TypeFault } from "../errors/type-fault.js";
import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { fromIsoText, isTimestamp, type Timestamp } from "../literals/timestamps.js";
import { scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

const DAY = 86_400n;

/** Days, as ISO text. For Flyte a day is the datetime of its midnight in UTC. */
export const dateTransformer: TypeTransformer<string> = scalarTransformer<string>({
  tag: "date",
  words: 'date (such as "2024-05-31")',
  literalType: simpleType(SimpleType.DATETIME),
  jsonSchema: { type: "string", format: "date" },
  accepts: (value) => dayOf(value) !== undefined,
  faultOf,
  encode: (value) => primitive({ $case: "datetime", value: midnightOf(dayOf(value) ?? "") ?? EPOCH }),
  decode(scalar) {
    const value = primitiveOf(scalar);
    const day = value?.$case === "datetime" ? dayAt(value.value) : undefined;
    return day === undefined ? undefined : { value: day };
  },
  write: (value, writer) => writer.string(dayOf(value) ?? ""),
  read(token) {
    const day = token.kind === "string" ? dayOf(token.value) : undefined;
    return day === undefined ? undefined : { value: day };
  },
  toJson: dayOf,
});

const EPOCH: Timestamp = { seconds: 0n, nanos: 0 };

/** The day of a text or of a `Date`, as text; undefined for anything else, also for a day that no calendar has. */
function dayOf(value: unknown): string | undefined {
  if (typeof value === "string") return midnightOf(value) === undefined ? undefined : value;
  // Not with instanceof: test runners and workers have separate Date classes.
  if (!isDate(value) || Number.isNaN(value.getTime())) return undefined;
  // A year beyond 9999 has a sign and six digits, as has one before 0, so that it is not the text of a day.
  const [day = ""] = value.toISOString().split("T");
  return midnightOf(day) === undefined ? undefined : day;
}

function midnightOf(day: string): Timestamp | undefined {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(day) ? fromIsoText(day) : undefined;
  return midnight !== undefined && isTimestamp(midnight) ? midnight : undefined;
}

// A time of day would be lost, so there is none.
function dayAt(timestamp: Timestamp): string | undefined {
  const isMidnight = timestamp.nanos === 0 && timestamp.seconds % DAY === 0n;
  if (!isMidnight || !isTimestamp(timestamp)) return undefined;
  return new Date(Number(timestamp.seconds) * 1000).toISOString().slice(0, 10);
}

function faultOf(value: unknown): TypeFault | undefined {
  if (isDate(value)) return Number.isNaN(value.getTime()) ? "invalid-date" : undefined;
  return typeof value === "string" || typeof value === "number" ? "no-day" : undefined;
}
