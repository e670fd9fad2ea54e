import { describeValue, isFlytekitError } from "@flytekit-ts/core/errors";
import { type Entity, type Interface, interfaceOf } from "@flytekit-ts/core/graph";
import { decodeLiteral, toLiteral } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import { isPlainObject, type RuntimeType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";

/** The inputs that a launch plan sets beforehand. */
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
  entity: Entity,
  { defaultInputs, fixedInputs }: GivenInputs,
  plan: string,
): { readonly interface: Interface; readonly fixedInputs: Literals } {
  const { interface: declared } = entity;
  const defaults = valuesOf(defaultInputs, { plan, option: "defaultInputs", declared });
  const fixed = valuesOf(fixedInputs, { plan, option: "fixedInputs", declared });
  const twice = [...fixed.keys()].find((name) => defaults.has(name));
  if (twice !== undefined) {
    const problem = `has ${twice} in both its defaultInputs and its fixedInputs`;
    const advice = "Keep the default if a caller may give another value, and the fixed one if not.";
    throw errors.LAUNCH_PLAN_INPUT_INVALID({ plan, problem, advice });
  }
  const known = new WeakMap<Interface, Interface>();
  return {
    // Looked up on each access, since an imperative workflow may have new inputs or outputs by then.
    get interface() {
      const made = known.get(entity.interface) ?? planInterface(entity.interface, defaults, fixed);
      known.set(entity.interface, made);
      return made;
    },
    fixedInputs: fixed,
  };
}

function planInterface(declared: Interface, defaults: Literals, fixed: Literals): Interface {
  const inputs = [...declared.inputs].flatMap(([name, type]): [string, RuntimeType][] => {
    if (fixed.has(name)) return [];
    const literal = defaults.get(name);
    return [[name, literal === undefined ? type : { ...type, default: boxOf(type, literal) }]];
  });
  return interfaceOf(new Map(inputs), declared.outputs, declared.outputStyle);
}

// The default is kept as a literal, so that each caller gets a new value and changes of the author's list or record
// have no effect.
function boxOf({ transformer }: RuntimeType, literal: idl.Literal): NonNullable<RuntimeType["default"]> {
  return {
    get value() {
      return decodeLiteral(transformer, literal);
    },
  };
}

interface Where {
  readonly plan: string;
  readonly option: string;
  readonly declared: Interface;
}

function valuesOf(given: unknown, { plan, option, declared }: Where): Literals {
  if (given === undefined) return new Map();
  const refuse = (problem: string, cause?: unknown): never => {
    const advice = isFlytekitError(cause) ? cause.hint : undefined;
    throw errors.LAUNCH_PLAN_INPUT_INVALID({ plan, problem, advice }, { cause });
  };
  if (!isPlainObject(given))
    return refuse(`takes its ${option} as one object, by name, but was given ${describeValue(given)}`);
  const known = declared.inputs.size === 0 ? "no inputs" : `the inputs ${declared.inputNames.join(", ")}`;
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return new Map(
    entries.map(([name, value]) => {
      const type = declared.inputs.get(name);
      if (type === undefined) return refuse(`sets ${name} in its ${option}, but its workflow has ${known}`);
      try {
        return [name, toLiteral(name, value, type)];
      } catch (cause) {
        const why = isFlytekitError(cause) ? cause.text : `${name} cannot be read`;
        return refuse(`has a wrong value among its ${option}: ${why}`, cause);
      }
    }),
  );
}
