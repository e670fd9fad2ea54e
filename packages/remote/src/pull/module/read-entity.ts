import type * as idl from "@flytekit-ts/models/core";
import type { RegisteredEntity, RegisteredInput } from "../source/pull-source.js";
import type { Reading } from "../types/reading.js";
import { transformerOf, typed, type Typed } from "../typed/typed.js";
import { withDefault } from "../typed/with-default.js";
import { quoted } from "../text/quoted.js";

/** An entity with the types of its variables. */
export interface ReadEntity {
  readonly entity: RegisteredEntity;
  readonly inputs: ReadonlyMap<string, Typed>;
  readonly outputs: ReadonlyMap<string, Typed>;
}

/** Reads the interface of an entity. Its variables are sorted: those of a message come in any order. */
export function readEntity(entity: RegisteredEntity, reading: Reading): ReadEntity {
  const inputs = sorted(entity.inputs).map(
    ([name, input]) => [name, readInput(name, input, reading)] as const,
  );
  const outputs = sorted(entity.outputs).map(
    ([name, variable]) => [name, described(readVariable(variable, reading), name, variable)] as const,
  );
  return { entity, inputs: new Map(inputs), outputs: new Map(outputs) };
}

function readVariable({ type }: idl.Variable, reading: Reading): Typed {
  return reading.read({ literalType: type ?? NOTHING }, reading);
}

const NOTHING: idl.LiteralType = {
  type: undefined,
  metadata: undefined,
  annotation: undefined,
  structure: undefined,
};

function readInput(name: string, input: RegisteredInput, reading: Reading): Typed {
  const { variable, foundBy } = input;
  const made = readVariable(variable, reading);
  return described(withPlanDefault(made, input, foundBy), name, variable);
}

function withPlanDefault(made: Typed, input: RegisteredInput, foundBy: string | undefined): Typed {
  if (foundBy !== undefined)
    return noted(
      made,
      `Flyte finds it by ${foundBy} where a plan is started; a call in a workflow gives it.`,
    );
  if (input.default === undefined || isNoneOf(made, input.default)) return made;
  return (
    withDefault(made, input.default) ??
    noted(made, "the plan has a default that cannot be written here: give a value.")
  );
}

// An optional that is none by default is that already.
function isNoneOf(made: Typed, literal: idl.Literal): boolean {
  const { isNoneByDefault, tag } = transformerOf(made);
  if (isNoneByDefault !== true && tag !== "none") return false;
  return isNone(literal);
}

function isNone({ value }: idl.Literal): boolean {
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  if (scalar?.$case === "union") return scalar.value.value !== undefined && isNone(scalar.value.value);
  return scalar?.$case === "noneType";
}

function noted({ type, code, notes }: Typed, note: string): Typed {
  return typed(type, code, [...notes, note]);
}

// flytekit describes what has no description by its name, as we do.
function described(made: Typed, name: string, { description }: idl.Variable): Typed {
  if (description === name) return made;
  const method: unknown = Reflect.get(Object(made.type), "describe");
  if (typeof method !== "function") return made;
  const type = Reflect.apply(method, made.type, [description]) as Typed["type"];
  return typed(type, `${made.code}.describe(${quoted(description)})`, made.notes);
}

/** By name, where `o10` comes after `o9`. */
export function sorted<T>(variables: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...variables].toSorted(([one], [other]) => byName(one, other));
}

function byName(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => /^o(\d{1,9})$/.exec(name)?.[1]);
  if (a !== undefined && b !== undefined && a !== b) return Number(a) - Number(b);
  return one < other ? -1 : 1;
}
