import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";
import type { BackendCode } from "./backend-code.js";
import type { Cast } from "./cast-problem.js";
import { describeReference } from "./describe-reference.js";
import { describeType } from "./describe-type.js";
import { contextOf, describeSpot, type Fault, type Spot } from "./fault.js";
import { toProblem } from "./problem.js";

/** A value of one type is given where another is wanted. */
export function castFault(
  cast: Exclude<Cast, "castable">,
  given: idl.LiteralType,
  wanted: idl.LiteralType,
  spot: Spot,
): Fault {
  if (cast === "not-castable") return mismatch(wanted, () => describeType(given), spot, "MismatchingTypes");
  return () => {
    const [expected, got] = [describeType(wanted), describeType(given)];
    const params = { at: describeSpot(spot), wanted: expected, given: got };
    return toProblem(errors.RECORDS_CRASH_BACKEND(params), contextOf(spot, undefined, { expected, got }));
  };
}

/** A part of an output is given where only whole ones are taken. */
export function notWhole(
  ref: idl.OutputReference,
  given: idl.LiteralType,
  wanted: idl.LiteralType,
  spot: Spot,
): Fault {
  return () => {
    const types = { expected: describeType(wanted), got: describeType(given) };
    const error = errors.INPUT_NOT_WHOLE({
      at: describeSpot(spot),
      promise: describeReference(ref, spot.holder.names),
    });
    return toProblem(error, contextOf(spot, "MismatchingTypes", types));
  };
}

/** A string is none of those that are allowed. */
export function otherString(wanted: idl.LiteralType, spot: Spot): Fault {
  return mismatch(wanted, () => "another string", spot, "IllegalEnumValue");
}

/** A list, a map or nothing at all is given where something else is wanted. */
export function wrongShape(
  { value }: idl.BindingData,
  wanted: idl.LiteralType,
  spot: Spot,
  backendCode: BackendCode,
): Fault {
  if (value === undefined) return incomplete("its value", spot, backendCode);
  return mismatch(wanted, () => SHAPES[value.$case], spot, backendCode);
}

const SHAPES = {
  scalar: "a constant",
  promise: "a promise",
  collection: "a list",
  map: "a map",
  offloadedMetadata: "a value that is stored elsewhere",
} as const satisfies Record<NonNullable<idl.BindingData["value"]>["$case"], string>;

/** A constant holds no value, or one that does not say of what type it is. */
export function noConstant(spot: Spot): Fault {
  return incomplete("the value of its constant, or the type of that", spot, "UnrecognizedValue");
}

/** A list or map fits more than one variant of a union. */
export function ambiguous(wanted: idl.LiteralType, spot: Spot): Fault {
  return () => {
    const expected = describeType(wanted);
    const error = errors.BINDING_AMBIGUOUS({ at: describeSpot(spot), wanted: expected });
    return toProblem(error, contextOf(spot, "AmbiguousBindingUnionValue", { expected }));
  };
}

/** Something is missing in the binding itself. */
export function incomplete(part: string, spot: Spot, backendCode: BackendCode): Fault {
  return () =>
    toProblem(errors.MESSAGE_INCOMPLETE({ at: describeSpot(spot), part }), contextOf(spot, backendCode));
}

function mismatch(
  wanted: idl.LiteralType,
  describeGiven: () => string,
  spot: Spot,
  backendCode: BackendCode,
): Fault {
  return () => {
    const [expected, got] = [describeType(wanted), describeGiven()];
    const error = coreErrors.BINDING_TYPE_MISMATCH({ at: describeSpot(spot), wanted: expected, given: got });
    return toProblem(error, contextOf(spot, backendCode, { expected, got }));
  };
}
