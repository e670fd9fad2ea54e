import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { toProblem } from "../../problem/problem.js";
import { castProblem } from "../parts/cast-problem.js";
import { scalarType } from "../parts/scalar-type.js";
import type { Variables } from "../sites/variables.js";
import { incomplete, noConstant } from "./binding-faults.js";
import { boundInputs } from "./bound-inputs.js";
import { contextOf, describeSpot, type Fault, type Holder, type Spot } from "./fault.js";
import type { Links } from "./link-inputs.js";
import { resolveReference } from "./resolve-reference.js";

/** Inputs that take their types from their bindings. */
export interface TypedInputs extends Links {
  readonly variables: Variables;
  /** Names of the inputs to which a part of an output is bound, if that part has another type than the whole. */
  readonly parts: ReadonlySet<string>;
  /** Whether every input has a type and no fault. */
  readonly isComplete: boolean;
}

/**
 * The inputs of a conditional or an approval. These nodes declare no inputs, so each has the type of its binding.
 *
 * For a promise that is the type of the whole output, whatever the path. Lists and maps have no type here.
 */
export function typeInputs(bindings: readonly idl.Binding[], holder: Holder): TypedInputs {
  const faults: Fault[] = [];
  const sources: string[] = [];
  const parts = new Set<string>();
  const variables = new Map<string, { readonly type: idl.LiteralType }>();
  const { bound } = boundInputs(bindings, holder, faults);
  for (const { spot, data } of bound) {
    if (spot.input === "") faults.push(incomplete("the name of an input", spot, "ValueRequired"));
    const found = typesOf(data, spot, faults);
    if (found === undefined) continue;
    variables.set(spot.input, { type: found.whole });
    if (found.source !== undefined) sources.push(found.source);
    if (castProblem(found.type, found.whole) !== undefined) parts.add(spot.input);
  }
  const isComplete = faults.length === 0 && variables.size === bound.length;
  return { faults, sources, variables, parts, isComplete };
}

interface Found {
  readonly whole: idl.LiteralType;
  readonly type: idl.LiteralType;
  readonly source?: string;
}

function typesOf({ value }: idl.BindingData, spot: Spot, faults: Fault[]): Found | undefined {
  switch (value?.$case) {
    case "scalar": {
      const type = scalarType(value.value);
      if (type === undefined) faults.push(noConstant(spot));
      return type && { whole: type, type };
    }
    case "promise":
      return resolveReference(value.value, spot, faults);
    case undefined:
      faults.push(incomplete("its value", spot, "MismatchingBindings"));
      return undefined;
    default:
      faults.push(noTypeOfItsOwn(spot));
      return undefined;
  }
}

function noTypeOfItsOwn(spot: Spot): Fault {
  return () => {
    const types = { expected: "a constant or a promise", got: "a list or map" };
    const params = { at: describeSpot(spot), wanted: types.expected, given: types.got };
    return toProblem(coreErrors.BINDING_TYPE_MISMATCH(params), contextOf(spot, "MismatchingBindings", types));
  };
}
