import {
  type Entity,
  type Interface,
  interfaceOf,
  isFlytekitError,
  isPlainObject,
  type Literals,
  type RuntimeType,
  toLiteral,
} from "@flytekit-ts/core/plugin";
import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";

/** What a launch plan sets beforehand. */
export interface GivenInputs {
  readonly defaultInputs?: unknown;
  readonly fixedInputs?: unknown;
}

/**
 * The interface of a launch plan, and its fixed inputs.
 *
 * @throws `LAUNCH_PLAN_INPUT_INVALID` for unknown inputs, values of another type, and inputs set twice.
 */
export function planInputs(
  { interface: declared }: Entity,
  { defaultInputs, fixedInputs }: GivenInputs,
  plan: string,
): { readonly interface: Interface; readonly fixedInputs: Literals } {
  const defaults = valuesOf(defaultInputs, { plan, option: "defaultInputs", declared });
  const fixed = valuesOf(fixedInputs, { plan, option: "fixedInputs", declared });
  const twice = [...fixed.keys()].find((name) => defaults.has(name));
  if (twice !== undefined) {
    const problem = `has ${twice} among its default inputs and its fixed ones`;
    throw errors.LAUNCH_PLAN_INPUT_INVALID({ plan, problem });
  }
  const inputs = [...declared.inputs].flatMap(([name, type]): [string, RuntimeType][] => {
    if (fixed.has(name)) return [];
    const value = defaults.get(name);
    return [[name, value === undefined ? type : { ...type, default: { value: value.given } }]];
  });
  return {
    interface: interfaceOf(new Map(inputs), declared.outputs, declared.outputStyle),
    fixedInputs: new Map([...fixed].map(([name, { literal }]) => [name, literal])),
  };
}

interface Value {
  readonly given: unknown;
  readonly literal: idl.Literal;
}

interface Where {
  readonly plan: string;
  readonly option: string;
  readonly declared: Interface;
}

function valuesOf(given: unknown, { plan, option, declared }: Where): ReadonlyMap<string, Value> {
  if (given === undefined) return new Map();
  const refuse = (problem: string, cause?: unknown): never => {
    throw errors.LAUNCH_PLAN_INPUT_INVALID({ plan, problem }, { cause });
  };
  if (!isPlainObject(given)) return refuse(`takes ${option} as one object, by name`);
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return new Map(
    entries.map(([name, value]) => {
      const type = declared.inputs.get(name);
      if (type === undefined) return refuse(`sets ${name}, which is no input of its workflow`);
      try {
        return [name, { given: value, literal: toLiteral(name, value, type) }];
      } catch (cause) {
        return refuse(`sets ${isFlytekitError(cause) ? cause.text : name}`, cause);
      }
    }),
  );
}
