import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import { setOwn } from "../words/plain-object.js";
import { unwritten, within } from "./mismatch.js";
import type { RuntimeType } from "./runtime-type.js";
import { isOptional } from "./is-optional.js";
import { decodeLiteral } from "./decode-literal.js";

type Types = ReadonlyMap<string, RuntimeType>;

/**
 * Values of variables as literals. A missing value becomes the default, or none if the variable is optional.
 *
 * @throws `VALUE_TYPE_MISMATCH` with the variable in its path, also for unknown and missing variables.
 */
export function toLiterals(
  types: Types,
  values: Readonly<Record<string, unknown>>,
): Map<string, idl.Literal> {
  const unknown = Object.keys(values).find((name) => !types.has(name));
  if (unknown !== undefined) {
    throw errors.VALUE_TYPE_MISMATCH({
      path: unknown,
      wanted: "nothing (there is no such variable)",
      given: "a value",
    });
  }
  // Own properties only: a variable may be called `constructor`.
  const own = (name: string): unknown => (Object.hasOwn(values, name) ? values[name] : undefined);
  const literals = new Map<string, idl.Literal>();
  for (const [name, type] of types) literals.set(name, toLiteral(name, own(name), type));
  return literals;
}

/**
 * The values of variables from literals. A missing literal becomes the default, or none if the variable is
 * optional.
 */
export function fromLiterals(
  types: Types,
  literals: ReadonlyMap<string, idl.Literal>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, type] of types) {
    try {
      setOwn(values, name, fromLiteral(literals.get(name), type));
    } catch (error) {
      throw within(name, error);
    }
  }
  return values;
}

/** One value as a literal. @throws `VALUE_TYPE_MISMATCH` with `name` in front of its path. */
export function toLiteral(name: string, value: unknown, type: RuntimeType): idl.Literal {
  try {
    return type.transformer.toLiteral(value === undefined ? type.default?.value : value);
  } catch (error) {
    throw within(name, unwritten(error, type.transformer.words));
  }
}

function fromLiteral(
  literal: idl.Literal | undefined,
  { transformer, default: fallback }: RuntimeType,
): unknown {
  if (literal !== undefined) return decodeLiteral(transformer, literal);
  if (fallback !== undefined) return fallback.value;
  if (isOptional(transformer)) return undefined;
  throw errors.VALUE_TYPE_MISMATCH({ path: "", wanted: transformer.words, given: "nothing" });
}
