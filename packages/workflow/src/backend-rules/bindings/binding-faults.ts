import type * as idl from "@flytekit-ts/models/core";
import { type Castability, faultOfCast, whyNotCast } from "@flytekit-ts/core/casts";
import { coreErrors } from "@flytekit-ts/core/errors";
import { describeLiteralType } from "@flytekit-ts/core/literals";
import type { TypeFault } from "@flytekit-ts/core/types";
import * as errors from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { toProblem } from "../../problem/problem.js";
import { describeReference } from "./describe-reference.js";
import { contextOf, describeSpot, type Fault, type Spot } from "./fault.js";

/** The type of the given promise or constant, and the type that is wanted. */
export interface Types {
  readonly given: idl.LiteralType;
  readonly wanted: idl.LiteralType;
  /** The given promise; absent for a constant. */
  readonly ref?: idl.OutputReference;
}

/** The fault of a value that has another type than the wanted one. */
export function castFault(
  cast: Exclude<Castability, "castable">,
  { given, wanted, ref }: Types,
  spot: Spot,
): Fault {
  return () => {
    const [expected, got] = [describeLiteralType(wanted), describeLiteralType(given)];
    const promise = ref && describeReference(ref, spot.holder.names);
    const words = promise === undefined ? got : `${promise} of type ${got}`;
    const params = { at: describeSpot(spot), wanted: expected, given: words };
    if (cast === "crashes-backend") {
      return toProblem(errors.RECORDS_CRASH_BACKEND(params), contextOf(spot, undefined, { expected, got }));
    }
    // Advice to convert by a task makes no sense for a constant: its author can write it in another way.
    const fault = promise === undefined ? undefined : faultOfCast(given, wanted);
    const error = coreErrors.BINDING_TYPE_MISMATCH({ ...params, why: whyNotCast(given, wanted), fault });
    return toProblem(error, contextOf(spot, "MismatchingTypes", { expected, got }));
  };
}

/** The fault of a part of an output in a place that takes only whole outputs. */
export function notWhole(
  ref: idl.OutputReference,
  given: idl.LiteralType,
  wanted: idl.LiteralType,
  spot: Spot,
): Fault {
  return () => {
    const types = { expected: describeLiteralType(wanted), got: describeLiteralType(given) };
    const error = errors.INPUT_NOT_WHOLE({
      at: describeSpot(spot),
      promise: describeReference(ref, spot.holder.names),
    });
    return toProblem(error, contextOf(spot, "MismatchingTypes", types));
  };
}

/** The fault of a string that is not a value of its enum. */
export function otherString(wanted: idl.LiteralType, spot: Spot): Fault {
  return mismatch(wanted, spot, "IllegalEnumValue", { got: "another string", fault: "not-in-enum" });
}

/** The fault of a list, a map or an empty binding where something else is wanted. */
export function wrongShape(
  { value }: idl.BindingData,
  wanted: idl.LiteralType,
  spot: Spot,
  backendCode: BackendCode,
): Fault {
  if (value === undefined) return incomplete("its value", spot, backendCode);
  const got = SHAPES.get(value.$case) ?? "a value that is stored elsewhere";
  return mismatch(wanted, spot, backendCode, { got });
}

const SHAPES: ReadonlyMap<string, string> = new Map([
  ["collection", "a list"],
  ["map", "a map"],
]);

/** The fault of a constant without a value, or with a value that does not say its type. */
export function noConstant(spot: Spot): Fault {
  return incomplete("the value of its constant, or the type of that value", spot, "UnrecognizedValue");
}

/** The fault of a list or map that fits more than one variant of a union. */
export function ambiguous(wanted: idl.LiteralType, spot: Spot): Fault {
  return () => {
    const expected = describeLiteralType(wanted);
    const error = errors.BINDING_AMBIGUOUS({ at: describeSpot(spot), wanted: expected });
    return toProblem(error, contextOf(spot, "AmbiguousBindingUnionValue", { expected }));
  };
}

/** The fault of a binding that lacks a part. */
export function incomplete(part: string, spot: Spot, backendCode: BackendCode): Fault {
  return () =>
    toProblem(errors.MESSAGE_INCOMPLETE({ at: describeSpot(spot), part }), contextOf(spot, backendCode));
}

interface Given {
  readonly got: string;
  readonly fault?: TypeFault;
}

function mismatch(
  wanted: idl.LiteralType,
  spot: Spot,
  backendCode: BackendCode,
  { got, fault }: Given,
): Fault {
  return () => {
    const expected = describeLiteralType(wanted);
    const params = { at: describeSpot(spot), wanted: expected, given: got, fault };
    const error = coreErrors.BINDING_TYPE_MISMATCH(params);
    return toProblem(error, contextOf(spot, backendCode, { expected, got }));
  };
}
