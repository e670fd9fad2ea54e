import { types } from "node:util";
import type * as idl from "@flytekit-ts/models/core";
import { describeValue, locate } from "@flytekit-ts/core/errors";
import type { Entity, Place } from "@flytekit-ts/core/graph";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { isPlainObject } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import { isMistake, isToStore, literalOrMistake, type Mistake, type ToStore } from "./literal-or-mistake.js";

/** The inputs of a run: literals, and values that are stored when the run has begun. */
export type RunInputs = ReadonlyMap<string, idl.Literal | ToStore>;

/**
 * The inputs of a run, as far as they can be converted before it begins. Inputs left out get their default, or none if
 * they are optional.
 *
 * @throws `RUN_INPUTS_INVALID`, listing every problem.
 */
export function toRunInputs(entity: Entity, given: unknown): RunInputs {
  const { inputs } = entity.interface;
  if (!isPlainObject(given)) {
    const problem = `inputs must be an object with the names of inputs as keys, but ${describeValue(given)} was given`;
    throw errors.RUN_INPUTS_INVALID({ entity: entity.name, problems: [problem], advice: adviceFor(given) });
  }
  const mistakes: Mistake[] = [];
  for (const name of Object.keys(given)) {
    if (!inputs.has(name)) mistakes.push({ problem: `there is no input ${name}`, advice: undefined });
  }
  const literals = new Map<string, idl.Literal | ToStore>();
  for (const [name, type] of inputs) {
    const read = (): unknown => (Object.hasOwn(given, name) ? given[name] : undefined);
    const literal = literalOrMistake(name, read, type);
    if (isMistake(literal)) mistakes.push(literal);
    else literals.set(name, literal);
  }
  if (mistakes.length > 0) throw invalid(entity, mistakes);
  return literals;
}

/** Whether inputs have to be stored before the first node runs. */
export function areStored(inputs: RunInputs): inputs is ReadonlyMap<string, idl.Literal> {
  for (const input of inputs.values()) if (isToStore(input)) return false;
  return true;
}

/**
 * Stores the inputs of a run that need it. `place` is the author's line that gave them.
 *
 * @throws `RUN_INPUTS_INVALID`, listing every problem.
 */
export async function storeRunInputs(
  entity: Entity,
  inputs: RunInputs,
  { store, place }: { readonly store: ValueStore; readonly place: Place },
): Promise<ReadonlyMap<string, idl.Literal>> {
  const literals = new Map<string, idl.Literal>();
  const mistakes: Mistake[] = [];
  for (const [name, input] of inputs) {
    const literal = isToStore(input) ? await input.store(store) : input;
    if (isMistake(literal)) mistakes.push(literal);
    else literals.set(name, literal);
  }
  if (mistakes.length > 0) throw locate(invalid(entity, mistakes), place);
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
