import { describeEntity, type Entity } from "../entity/entity.js";
import * as errors from "../errors.js";
import { refuse, type Report } from "../errors/report.js";
import { isPromise, isSpreadPromise } from "../promise/flyte-promise.js";
import type { Binding } from "../trace/binding.js";
import { isOptional } from "../types/is-optional.js";
import type { RuntimeType } from "../types/runtime-type.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject } from "../words/plain-object.js";
import { bindValue } from "./bind-value.js";
import { spreadUsed } from "./refuse-promises.js";

/**
 * Bind the arguments of a call to the inputs of an entity. A wrong argument is reported and gets no binding.
 *
 * Tasks have no defaults on the backend. So a default that the caller does not override becomes a constant of
 * the node, and an optional input that is left out becomes an explicit none.
 *
 * @throws with the default `report`: `ARGUMENTS_NOT_AN_OBJECT`, `INPUT_UNKNOWN`, `INPUT_MISSING`,
 * `BINDING_TYPE_MISMATCH`, `PROMISE_IN_RECORD`, `PROMISE_USED_AS_VALUE`.
 */
export function bindInputs(entity: Entity, args: unknown = {}, report: Report = refuse): readonly Binding[] {
  const words = describeEntity(entity);
  if (!isPlainObject(args) || isPromise(args)) {
    report(errors.ARGUMENTS_NOT_AN_OBJECT({ entity: words, given: describeValue(args) }));
    return [];
  }
  if (isSpreadPromise(args)) {
    report(spreadUsed(args));
    return [];
  }
  const { inputs, inputNames } = entity.interface;
  const unknown = Object.keys(args).filter((name) => !inputs.has(name));
  for (const input of unknown) {
    report(errors.INPUT_UNKNOWN({ entity: words, known: inputNames, kind: entity.kind, input }));
  }
  const bindings: Binding[] = [];
  for (const name of inputNames) {
    const type = inputs.get(name);
    // A missing input next to an unknown one is usually one fault, a misspelt name, so it is reported once.
    if (type === undefined || (unknown.length > 0 && !Object.hasOwn(args, name))) continue;
    try {
      const value = givenOrDefault(args, { entity: words, name, type });
      const target = { type: type.transformer, at: `${words}.${name}` };
      bindings.push({ var: name, binding: bindValue(value, target) });
    } catch (error) {
      report(error);
    }
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
