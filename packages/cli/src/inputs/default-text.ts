import { isDate } from "node:util/types";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { kindOf } from "./kinds/kind-of.js";
import { typedForm } from "./typed-form.js";

/** The default of an input as somebody would type it; undefined if it has none. */
export function defaultText({ transformer, default: fallback }: RuntimeType): string | undefined {
  if (fallback === undefined) return undefined;
  const { value } = fallback;
  if (value === undefined || value === null) return "null";
  const { kind } = kindOf(transformer);
  if (kind === "duration") return durationText(value);
  const json: unknown = typedForm(transformer.toLiteral(value)) ?? transformer.toJson?.(value) ?? value;
  if (typeof json === "bigint") return String(json);
  return typeof json === "string" ? json : (JSON.stringify(json, plain) ?? String(json));
}

function durationText(value: unknown): string {
  const seconds = typeof value === "bigint" ? Number(value) / 1e9 : Number(value) / 1000;
  return `${seconds}s`;
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Map) return Object.fromEntries(value);
  if (typeof value !== "object" || value === null || isDate(value) || Array.isArray(value)) return value;
  const uri: unknown = Reflect.get(value, "uri");
  return typeof uri === "string" && typeof Reflect.get(value, "format") === "string" ? uri : value;
}
