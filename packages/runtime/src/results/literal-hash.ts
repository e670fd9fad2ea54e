import { type JsonValue, toJson } from "@flytekit-ts/models/json";
import { Literal } from "@flytekit-ts/models/core";
import type * as idl from "@flytekit-ts/models/core";
import { byCodePoint } from "@flytekit-ts/core/graph";

/**
 * The hash of a literal that is stored separately, by which Flyte's cache tells such literals apart. It equals
 * flytekit's, so that the results of both are found: a digest of the JSON that Python writes of the message.
 */
export function literalHash(literal: idl.Literal): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256")
    .update(pythonJson(toJson(Literal, literal)))
    .digest("base64");
}

// All numbers of a literal's JSON are floats: integers are texts there.
function pythonJson(value: JsonValue): string {
  if (typeof value === "number") return pythonFloat(value);
  if (typeof value === "string") return pythonText(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(",")}]`;
  const names = Object.keys(value).toSorted(byCodePoint);
  return `{${names.map((name) => `${pythonText(name)}:${pythonJson(value[name] ?? null)}`).join(",")}}`;
}

function pythonText(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A float as Python's `repr`: the same digits as JavaScript, and an exponent for other sizes. */
function pythonFloat(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits = "", exponent = ""] = value.toExponential().split("e");
    const number = exponent.slice(1).padStart(2, "0");
    return `${digits}e${exponent.startsWith("-") ? "-" : "+"}${number}`;
  }
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}
