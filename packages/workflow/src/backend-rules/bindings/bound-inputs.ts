import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { toProblem } from "../../problem/problem.js";
import { contextOf, describeSpot, type Fault, type Holder, type Spot } from "./fault.js";

/** A binding that has data and can be checked. */
export interface BoundInput {
  readonly spot: Spot;
  readonly data: idl.BindingData;
}

/** The bindings of one holder. */
export interface BoundInputs {
  /** The bindings that can be checked, each name once. */
  readonly bound: readonly BoundInput[];
  /** All names that bindings have, and whether data is bound to each. */
  readonly names: ReadonlyMap<string, boolean>;
}

/**
 * The bindings of a holder. A binding that cannot be checked adds a fault and is left out.
 *
 * A fault that `refuse` returns for a binding comes before all other faults of that binding.
 */
export function boundInputs(
  bindings: readonly idl.Binding[],
  holder: Holder,
  faults: Fault[],
  refuse?: (spot: Spot) => Fault | undefined,
): BoundInputs {
  const bound: BoundInput[] = [];
  const names = new Map<string, boolean>();
  for (const { var: input, binding: data } of bindings) {
    const spot = { holder, input, path: "" };
    const fault = refuse?.(spot);
    if (fault !== undefined) faults.push(fault);
    else if (data === undefined) faults.push(empty(spot));
    else if (names.get(input) === true) faults.push(twice(spot));
    else bound.push({ spot, data });
    names.set(input, data !== undefined || names.get(input) === true);
  }
  return { bound, names };
}

function empty(spot: Spot): Fault {
  return () => {
    const error = errors.MESSAGE_INCOMPLETE({ at: describeSpot(spot), part: "its binding" });
    return toProblem(error, contextOf(spot, "ValueRequired"));
  };
}

function twice(spot: Spot): Fault {
  return () => {
    const error = errors.BINDING_TWICE({ at: describeSpot(spot) });
    return toProblem(error, contextOf(spot, "ParameterBoundMoreThanOnce"));
  };
}
