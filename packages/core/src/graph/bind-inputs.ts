import { describeEntity, type Entity } from "../entity/entity.js";
import { errors } from "../errors.js";
import { isPlainObject } from "../types/plain-object.js";
import type { RuntimeType } from "../types/runtime-type.js";
import { describeValue } from "../types/describe-value.js";
import { isOptional } from "../types/is-optional.js";
import { isPromise, isSpreadPromise } from "../promise/flyte-promise.js";
import { bindValue } from "./bind-value.js";
import type { Binding } from "./binding.js";
import { spreadUsed } from "./refuse-promises.js";

/**
 * Bind the arguments of a call to the inputs of an entity.
 *
 * The backend's tasks have no defaults, so a default that the caller relies on becomes a constant of the
 * node, and an optional left out becomes an explicit none.
 *
 * @throws `ARGUMENTS_NOT_AN_OBJECT`, `INPUT_UNKNOWN`, `INPUT_MISSING`, `BINDING_TYPE_MISMATCH`, `PROMISE_IN_RECORD`,
 * `PROMISE_USED_AS_VALUE`.
 */
export function bindInputs(entity: Entity, args: unknown = {}): readonly Binding[] {
  const words = describeEntity(entity);
  if (!isPlainObject(args) || isPromise(args)) {
    throw errors.ARGUMENTS_NOT_AN_OBJECT({ entity: words, given: describeValue(args) });
  }
  if (isSpreadPromise(args)) throw spreadUsed(args);
  const { inputs, inputNames } = entity.interface;
  const unknown = Object.keys(args).find((name) => !inputs.has(name));
  if (unknown !== undefined) {
    throw errors.INPUT_UNKNOWN({ entity: words, input: unknown, known: inputNames, kind: entity.kind });
  }
  const bindings: Binding[] = [];
  for (const name of inputNames) {
    const type = inputs.get(name);
    if (type === undefined) continue;
    const value = givenOrDefault(args, { entity: words, name, type });
    const target = { type: type.transformer, at: `${words}.${name}` };
    bindings.push({ var: name, binding: bindValue(value, target) });
  }
  return bindings;
}

interface Input {
  readonly entity: string;
  readonly name: string;
  readonly type: RuntimeType;
}

function givenOrDefault(args: Record<string, unknown>, { entity, name, type }: Input): unknown {
  const isNamed = Object.hasOwn(args, name);
  const given = isNamed ? args[name] : undefined;
  if (given !== undefined) return given;
  if (type.default !== undefined) return type.default.value;
  if (isOptional(type.transformer)) return undefined;
  throw errors.INPUT_MISSING({ entity, input: name, type: type.transformer.words, isNamed });
}
