import type * as idl from "@flytekit-ts/models/core";
import { describeValue, isFlytekitError } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import { isOptional, type RuntimeType } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";

/**
 * The inputs of a run as literals. Inputs left out get their default, or none if they are optional.
 *
 * @throws `RUN_INPUTS_INVALID`, listing every problem.
 */
export function toRunInputs(entity: Entity, given: unknown): ReadonlyMap<string, idl.Literal> {
  const { inputs } = entity.interface;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw errors.RUN_INPUTS_INVALID({
      entity: entity.name,
      problems: [
        `inputs must be an object with the names of inputs as keys, but ${describeValue(given)} was given`,
      ],
    });
  }
  const values = given as Readonly<Record<string, unknown>>;
  const problems = Object.keys(values).flatMap((name) =>
    inputs.has(name) ? [] : [`there is no input ${name}`],
  );
  const literals = new Map<string, idl.Literal>();
  for (const [name, type] of inputs) {
    const literal = literalOrProblem(name, Object.hasOwn(values, name) ? values[name] : undefined, type);
    if (typeof literal === "string") problems.push(literal);
    else literals.set(name, literal);
  }
  if (problems.length > 0) throw errors.RUN_INPUTS_INVALID({ entity: entity.name, problems });
  return literals;
}

/** A value, or the default if it is undefined, as a literal; or a text that says what is wrong with it. */
export function literalOrProblem(
  name: string,
  given: unknown,
  { transformer, default: fallback }: RuntimeType,
): idl.Literal | string {
  const value = given === undefined ? fallback?.value : given;
  if (value === undefined && fallback === undefined && !isOptional(transformer)) {
    return `${name} (${transformer.words}) is missing`;
  }
  try {
    return transformer.toLiteral(value);
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    const {
      path = "",
      wanted,
      given: words,
    } = error.params as { path?: string; wanted?: string; given?: string };
    return wanted === undefined
      ? `${name}: ${error.text}`
      : `${name}${path} should be ${wanted}, but was ${words}`;
  }
}
