import { types } from "node:util";
import type * as idl from "@flytekit-ts/models/core";
import { describeValue } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import { isPlainObject } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import { isMistake, literalOrMistake, type Mistake } from "./literal-or-mistake.js";

/**
 * The inputs of a run as literals. Inputs left out get their default, or none if they are optional.
 *
 * @throws `RUN_INPUTS_INVALID`, listing every problem.
 */
export function toRunInputs(entity: Entity, given: unknown): ReadonlyMap<string, idl.Literal> {
  const { inputs } = entity.interface;
  if (!isPlainObject(given)) {
    const problem = `inputs must be an object with the names of inputs as keys, but ${describeValue(given)} was given`;
    throw errors.RUN_INPUTS_INVALID({ entity: entity.name, problems: [problem], advice: adviceFor(given) });
  }
  const mistakes: Mistake[] = [];
  for (const name of Object.keys(given)) {
    if (!inputs.has(name)) mistakes.push({ problem: `there is no input ${name}`, advice: undefined });
  }
  const literals = new Map<string, idl.Literal>();
  for (const [name, type] of inputs) {
    const read = (): unknown => (Object.hasOwn(given, name) ? given[name] : undefined);
    const literal = literalOrMistake(name, read, type);
    if (isMistake(literal)) mistakes.push(literal);
    else literals.set(name, literal);
  }
  if (mistakes.length > 0) throw invalid(entity, mistakes);
  return literals;
}

function invalid({ name: entity }: Entity, mistakes: readonly Mistake[]): Error {
  const problems = mistakes.map(({ problem }) => problem);
  // One hint cannot help with several mistakes.
  const advice = mistakes.length === 1 ? mistakes[0]?.advice : undefined;
  return errors.RUN_INPUTS_INVALID({ entity, problems, advice });
}

function adviceFor(given: unknown): string {
  if (types.isPromise(given)) return "Await the promise, and pass the object that it resolves to.";
  if (types.isMap(given)) return "Make an object of it: `Object.fromEntries(map)`.";
  return "Pass an object literal, such as `{ x: 3 }`; fields that a class inherits or computes would be lost.";
}
