import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import { within } from "../types/mismatch.js";
import type { RuntimeType } from "../types/runtime-type.js";
import { isOptional } from "../types/transformers/struct.js";
import { decodeLiteral } from "./decode-literal.js";

type Types = ReadonlyMap<string, RuntimeType>;

/**
 * Values of variables as literals; defaults and none are filled in.
 *
 * @throws `VALUE_TYPE_MISMATCH` with the variable in its path, also for unknown and missing ones.
 */
export function toLiterals(types: Types, values: Readonly<Record<string, unknown>>): Map<string, idl.Literal> {
  const unknown = Object.keys(values).find((name) => !types.has(name));
  if (unknown !== undefined) {
    throw errors.VALUE_TYPE_MISMATCH({ path: unknown, wanted: "no such variable", given: "one" });
  }
  return new Map([...types].map(([name, type]) => [name, at(name, () => toLiteral(values[name], type))]));
}

/** The values of variables, for literals that may lack what has a default or may be none. */
export function fromLiterals(types: Types, literals: ReadonlyMap<string, idl.Literal>): Record<string, unknown> {
  return Object.fromEntries(
    [...types].map(([name, type]) => [name, at(name, () => fromLiteral(literals.get(name), type))]),
  );
}

function toLiteral(value: unknown, type: RuntimeType): idl.Literal {
  return type.transformer.toLiteral(value === undefined ? type.default?.value : value);
}

function fromLiteral(literal: idl.Literal | undefined, { transformer, default: fallback }: RuntimeType): unknown {
  if (literal !== undefined) return decodeLiteral(transformer, literal);
  if (fallback !== undefined) return fallback.value;
  if (isOptional(transformer)) return undefined;
  throw errors.VALUE_TYPE_MISMATCH({ path: "", wanted: transformer.words, given: "nothing" });
}

function at<T>(name: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw within(name, error);
  }
}
