import type { Data } from "../documents/data.js";
import { jsonText } from "../documents/json-text.js";
import { booleanOf } from "../texts/boolean.js";
import { datetimeOf } from "../texts/datetime.js";
import { durationOf } from "../texts/duration.js";
import type { LocalTime } from "../texts/iso-datetime.js";
import { floatOf, intOf } from "../texts/numbers.js";
import type { AroundData } from "./outcome.js";

// What data says for a type, or undefined. Inside a record texts of numbers and numbers for texts are taken, as in flytekit.

/** The int that data says. */
export function integerIn(data: Data, { isInRecord }: AroundData): bigint | undefined {
  if (typeof data === "bigint") return data;
  if (!isInRecord) return undefined;
  if (typeof data === "boolean") return data ? 1n : 0n;
  if (typeof data === "number") return Number.isSafeInteger(data) ? BigInt(data) : undefined;
  return typeof data === "string" ? intOf(data) : undefined;
}

/** The float that data says. */
export function numberIn(data: Data, { isInRecord }: AroundData): number | undefined {
  if (typeof data === "bigint" || typeof data === "number") return Number(data);
  if (!isInRecord) return undefined;
  if (typeof data === "boolean") return data ? 1 : 0;
  return typeof data === "string" ? floatOf(data) : undefined;
}

/** The string that data says. */
export function textIn(data: Data, { isInRecord }: AroundData): string | undefined {
  if (typeof data === "string") return data;
  return isInRecord && (typeof data === "bigint" || typeof data === "number") ? jsonText(data) : undefined;
}

/** The boolean that data says. */
export function booleanIn(data: Data, { isInRecord }: AroundData): boolean | undefined {
  if (typeof data === "boolean") return data;
  return isInRecord && (typeof data === "bigint" || typeof data === "string")
    ? booleanOf(String(data))
    : undefined;
}

/** The time that data says: inside a record also in seconds since 1970, as flytekit writes it. */
export function timeIn(data: Data, { isInRecord, now }: AroundData): LocalTime | undefined {
  if (typeof data === "string") return datetimeOf(data, now);
  const isNumber = typeof data === "bigint" || typeof data === "number";
  const micros = isNumber ? Math.round(Number(data) * 1e6) : Number.NaN;
  return isInRecord && Number.isFinite(micros) ? { micros: BigInt(micros), offset: 0n } : undefined;
}

/** The duration that data says, in microseconds. A number has no unit. */
export function microsIn(data: Data): bigint | undefined {
  return typeof data === "string" ? durationOf(data) : undefined;
}
