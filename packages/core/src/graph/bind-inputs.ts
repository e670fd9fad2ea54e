import type { Entity } from "../entity/entity.js";
import { errors } from "../errors.js";
import { isPlainObject } from "../types/plain-object.js";
import type { RuntimeType } from "../types/runtime-type.js";
import { describeValue } from "../types/describe-value.js";
import { isOptional } from "../types/is-optional.js";
import { isPromise } from "../promise/flyte-promise.js";
import { bindValue } from "./bind-value.js";
import type { Binding } from "./binding.js";

/**
 * Bind the arguments of a call to the inputs of an entity.
 *
 * The backend's tasks have no defaults, so a default that the caller relies on becomes a constant of the
 * node, and an optional left out becomes an explicit none.
 *
 * @throws `ARGUMENTS_NOT_AN_OBJECT`, `INPUT_UNKNOWN`, `INPUT_MISSING`, `BINDING_TYPE_MISMATCH`, `PROMISE_IN_RECORD`.
 */
export function bindInputs(entity: Entity, args: unknown = {}): readonly Binding[] {
  if (!isPlainObject(args) || isPromise(args)) {
    throw errors.ARGUMENTS_NOT_AN_OBJECT({ entity: entity.name, given: describeValue(args) });
  }
  const { inputs, inputNames } = entity.interface;
  const unknown = Object.keys(args).find((name) => !inputs.has(name));
  if (unknown !== undefined) {
    throw errors.INPUT_UNKNOWN({ entity: entity.name, input: unknown, known: inputNames });
  }
  const bindings: Binding[] = [];
  for (const name of inputNames) {
    const type = inputs.get(name);
    if (type === undefined) continue;
    const value = givenOrDefault(args, { entity, name, type });
    const target = { type: type.transformer, at: `${entity.name}.${name}` };
    bindings.push({ var: name, binding: bindValue(value, target) });
  }
  return bindings;
}

interface Input {
  readonly entity: Entity;
  readonly name: string;
  readonly type: RuntimeType;
}

function givenOrDefault(args: Record<string, unknown>, { entity, name, type }: Input): unknown {
  const given = Object.hasOwn(args, name) ? args[name] : undefined;
  if (given !== undefined) return given;
  if (type.default !== undefined) return type.default.value;
  if (isOptional(type.transformer)) return undefined;
  throw errors.INPUT_MISSING({ entity: entity.name, input: name, type: type.transformer.words });
}
