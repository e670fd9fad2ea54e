import { types } from "node:util";
import { coreErrors, describeValue, textOf } from "@flytekit-ts/core/errors";
import { closest } from "@flytekit-ts/core/graph";
import { isPlainObject, type Storing, type TypeTransformer } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import type { InputSpec, InputTarget } from "./input-target.js";
import { stagedStore } from "./staging/staged-store.js";
import type { Staging } from "./staging/staging.js";

interface Mistake {
  readonly problem: string;
  readonly advice?: string | undefined;
}

interface ToStore {
  readonly name: string;
  readonly transformer: TypeTransformer;
  readonly storing: Storing;
}

/**
 * The inputs of an execution as literals. What they hold in files is uploaded, once all inputs are known to be right.
 *
 * @throws `EXECUTION_INPUTS_INVALID`, listing every problem, before anything is sent
 */
export async function literalsOf(
  target: InputTarget,
  given: unknown,
  staging: Staging,
): Promise<ReadonlyMap<string, idl.Literal>> {
  const values = assertRecord(target, given);
  const mistakes: Mistake[] = [...unknownInputs(target, values)];
  const literals = new Map<string, idl.Literal>();
  const toStore: ToStore[] = [];
  for (const [name, spec] of target.inputs) {
    const converted = convert(name, spec, values);
    if (converted === undefined) continue;
    if ("problem" in converted) mistakes.push(converted);
    else if ("storing" in converted) toStore.push(converted);
    else literals.set(name, converted);
  }
  if (mistakes.length > 0) throw invalid(target, mistakes);
  return toStore.length === 0 ? literals : stored(target, { literals, toStore }, staging);
}

/** An input as a literal, or how it is stored, or what is wrong with it; undefined if it is left out. */
function convert(name: string, spec: InputSpec, values: Values): idl.Literal | ToStore | Mistake | undefined {
  const { type, absent } = spec;
  const { transformer } = type;
  try {
    // Own properties only: an input may be called `constructor`.
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    if (given === undefined && absent === "nothing") return undefined;
    if (given === undefined && absent === "refused") {
      return { problem: `${name} (${transformer.words}) is missing`, advice: `Give the input ${name}.` };
    }
    const value = given === undefined ? type.default?.value : given;
    const storing = transformer.storing?.(value);
    return storing === undefined ? transformer.toLiteral(value) : { name, transformer, storing };
  } catch (error) {
    return mistakeOf(name, error);
  }
}

type Values = Readonly<Record<string, unknown>>;

function assertRecord(target: InputTarget, given: unknown): Values {
  if (isPlainObject(given)) return given;
  const problem = `inputs must be an object with the names of inputs as keys, but ${describeValue(given)} was given`;
  const advice = types.isPromise(given)
    ? "Await the promise, and pass the object that it resolves to."
    : "Pass an object literal, such as `{ x: 3 }`.";
  throw invalid(target, [{ problem, advice }]);
}

function* unknownInputs({ inputs, fixed }: InputTarget, values: Values): Iterable<Mistake> {
  for (const name of Object.keys(values)) {
    if (inputs.has(name)) continue;
    const meant = closest(name, [...inputs.keys()]);
    const advice = meant === undefined ? undefined : `Did you mean \`${meant}\`?`;
    const problem = fixed.has(name) ? `the launch plan sets ${name} itself` : `there is no input ${name}`;
    yield { problem, advice: fixed.has(name) ? "Leave it out, or execute another launch plan." : advice };
  }
}

async function stored(
  target: InputTarget,
  {
    literals,
    toStore,
  }: { readonly literals: Map<string, idl.Literal>; readonly toStore: readonly ToStore[] },
  staging: Staging,
): Promise<ReadonlyMap<string, idl.Literal>> {
  const mistakes: Mistake[] = [];
  const staged = await stagedStore(staging);
  try {
    for (const { name, transformer, storing } of toStore) {
      try {
        literals.set(name, transformer.toLiteral(await storing(staged.store)));
      } catch (error) {
        mistakes.push(mistakeOf(name, error));
      }
    }
    if (mistakes.length > 0) throw invalid(target, mistakes);
    return await staged.upload(literals);
  } finally {
    await staged.clear();
  }
}

function mistakeOf(name: string, error: unknown): Mistake {
  if (coreErrors.VALUE_TYPE_MISMATCH.is(error)) {
    const { path, wanted, given } = error.params;
    return { problem: `${name}${path} should be ${wanted}, but was ${given}`, advice: error.hint };
  }
  if (coreErrors.VALUE_NOT_STORED.is(error)) {
    const { path, problem } = error.params;
    return {
      problem: `${name}${path} could not be stored: ${problem.replace(/\.$/, "")}`,
      advice: error.hint,
    };
  }
  return { problem: `${name}: ${textOf(error).replace(/\.$/, "")}` };
}

function invalid({ words }: InputTarget, mistakes: readonly Mistake[]): Error {
  // One hint cannot help with several mistakes.
  const advice = mistakes.length === 1 ? mistakes[0]?.advice : undefined;
  const problems = mistakes.map(({ problem }) => problem);
  return errors.EXECUTION_INPUTS_INVALID({ entity: words, problems, advice });
}
