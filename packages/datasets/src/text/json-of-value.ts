import { isDate, isUint8Array } from "node:util/types";
import { describeValue } from "@flytekit-ts/core/errors";
import { atKey, mismatch, within } from "@flytekit-ts/core/types";
import { object } from "../columns/json-of-cell.js";

/** A value of a column of which no type is declared, as JSON text. @throws `VALUE_TYPE_MISMATCH` */
export function jsonOfValue(value: unknown): string {
  if (value === undefined || value === null) return "null";
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "bigint":
      return String(value);
    case "number":
      if (Number.isFinite(value)) return Object.is(value, -0) ? "-0.0" : String(value);
      break;
    case "object":
      return jsonOfObject(value);
    default:
  }
  throw mismatch("a value that JSON has", describeValue(value));
}

function jsonOfObject(value: object): string {
  if (isUint8Array(value)) return JSON.stringify(Buffer.from(value).toString("base64"));
  if (isDate(value) && !Number.isNaN(value.getTime())) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${Array.from(value, (item, i) => atIndex(i, item)).join(",")}]`;
  return object(Object.entries(value).map(([name, part]) => [name, atKey(name, () => jsonOfValue(part))]));
}

function atIndex(index: number, item: unknown): string {
  try {
    return jsonOfValue(item);
  } catch (error) {
    throw within(`[${index}]`, error);
  }
}
