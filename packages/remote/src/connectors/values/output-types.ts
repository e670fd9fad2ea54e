import { t } from "@flytekit-ts/core";
import { resolveType, type RuntimeType } from "@flytekit-ts/core/types";
import type { TypedInterface } from "@flytekit-ts/models/core";
import type { Connector } from "../definition/connector.js";
import { faultOfJson } from "./json-value.js";
import { type Types, typesOfVariables } from "./types-of-variables.js";

/** The types of outputs, as far as they are known before there are any: those of the connector, or of the template. */
export function outputTypes(
  { outputs }: Connector,
  declared: TypedInterface | undefined,
): { readonly types: Types; readonly isBare: boolean } | undefined {
  if (outputs !== undefined) return { types: outputs.outputs, isBare: outputs.outputStyle === "bare" };
  if (declared === undefined) return undefined;
  return { types: typesOfVariables(declared.outputs?.variables, "given"), isBare: false };
}

/**
 * The type of a value that says it by itself; undefined for a number, which may be an int or a float, and for what is no
 * JSON.
 */
export function typeOfValue(value: unknown): RuntimeType | undefined {
  const at = "an output";
  if (typeof value === "string") return resolveType(t.string(), at);
  if (typeof value === "boolean") return resolveType(t.boolean(), at);
  if (typeof value === "bigint") return resolveType(t.int({ bigint: true }), at);
  if (value instanceof Date) return resolveType(t.datetime(), at);
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord && faultOfJson(value) === undefined ? resolveType(t.json(), at) : undefined;
}
