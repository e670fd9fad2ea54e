import { flyteFile } from "@flytekit-ts/core";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import { type Data, isObject } from "../documents/data.js";
import type { Constant, Kind } from "../kinds/kind-of.js";
import { fitting } from "./fitting.js";
import type { AroundData, Outcome } from "./outcome.js";
import { placeValue } from "./place-value.js";
import { booleanIn, integerIn, microsIn, numberIn, textIn, timeIn } from "./read-freely.js";
import {
  booleanValue,
  dateValue,
  datetimeValue,
  durationValue,
  floatValue,
  intValue,
  stringValue,
} from "./scalars.js";

/** The value of a type without parts that data stands for; undefined if it stands for none. */
export function leafOfData(
  kind: Kind,
  transformer: TypeTransformer,
  data: Data,
  around: AroundData,
): Outcome | undefined {
  switch (kind.kind) {
    case "int":
      return mapped(integerIn(data, around), (value) => intValue(transformer, value));
    case "float":
      return mapped(numberIn(data, around), (value) => floatValue(transformer, value));
    case "string":
      return mapped(textIn(data, around), (value) => stringValue(transformer, value));
    case "boolean":
      return mapped(booleanIn(data, around), (value) => booleanValue(transformer, value));
    case "datetime":
      return mapped(timeIn(data, around), (value) => datetimeValue(transformer, value));
    case "date":
      return mapped(timeIn(data, around), (value) => dateValue(transformer, value));
    case "duration":
      return mapped(microsIn(data), (value) => durationValue(transformer, value));
    case "none":
      return data === null ? { value: undefined } : undefined;
    case "enum":
      return typeof data === "string" && kind.values.includes(data)
        ? stringValue(transformer, data)
        : undefined;
    case "choice":
      return mapped(
        kind.values.find((value) => isSame(value, data)),
        (value) => constantValue(transformer, value, data),
      );
    case "file":
    case "directory":
    case "dataset":
      return placeOfData(transformer, data, around);
    case "binary":
      return mapped(typeof data === "string" ? bytesOf(data) : undefined, (value) => ({ value }));
    default:
      return undefined;
  }
}

function mapped<T>(value: T | undefined, make: (value: T) => Outcome): Outcome | undefined {
  return value === undefined ? undefined : make(value);
}

/** Bytes as base64; undefined for another text. */
export function bytesOf(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s/g, "");
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(packed)
    ? new Uint8Array(Buffer.from(packed, "base64"))
    : undefined;
}

function isSame(constant: Constant, data: Data): boolean {
  return typeof data === "bigint" ? Number(data) === constant : data === constant;
}

/** A constant of a choice: an integer as it was written, since a number of JSON may not hold it. */
export function constantValue(transformer: TypeTransformer, constant: Constant, data: Data): Outcome {
  const fits = fitting(transformer, { plain: typeof data === "bigint" ? [constant, data] : [constant] });
  return "value" in fits ? fits : { problem: "is none of them" };
}

function placeOfData(transformer: TypeTransformer, data: Data, around: AroundData): Outcome | undefined {
  if (typeof data === "string") return placeValue(transformer, data, around);
  if (!around.isInRecord || !isObject(data)) return undefined;
  const place = data.get("path") ?? data.get("uri");
  if (typeof place !== "string") return undefined;
  const found = placeValue(transformer, place, around);
  const metadata = data.get("metadata");
  if (!("value" in found) || metadata === undefined || metadata === null || !isObject(metadata)) return found;
  const texts = [...metadata].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  if (texts.length < metadata.size) return undefined;
  const fits = fitting(transformer, {
    plain: [flyteFile(String(found.value), { metadata: Object.fromEntries(texts) })],
  });
  return "value" in fits ? fits : undefined;
}
