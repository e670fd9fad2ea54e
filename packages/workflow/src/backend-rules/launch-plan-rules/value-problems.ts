import { isCastable } from "@flytekit-ts/core/casts";
import { coreErrors } from "@flytekit-ts/core/errors";
import { describeLiteralType, SimpleType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { literalTypeOf } from "../parts/literal-type-of.js";
import { brokenEnum } from "./enum-fault.js";

/** The place of a value in a launch plan, in words, and the name of its input. */
export interface ValuePlace {
  readonly at: string;
  readonly input: string;
}

/**
 * The problems of a value for an input of a type.
 *
 * flyteadmin infers the type of the value, and the type must be castable (AreTypesCastable). A datetime must be in
 * the range of the IDL (ValidateDatetime; it checks only one value, in no fixed order). flyteadmin does not notice
 * that a text is not a value of its enum. The value may be secret, so it is not shown.
 */
export function valueProblems(
  literal: idl.Literal | undefined,
  type: idl.LiteralType,
  { at, input }: ValuePlace,
): readonly Problem[] {
  if (literal?.value == null) return [toProblem(errors.PART_MISSING({ at, part: "value" }), { input })];
  const from = literalTypeOf(literal);
  if (from === undefined || !isCastable(from, type)) {
    return [
      typeMismatch({ at, input }, { wanted: describeLiteralType(type), given: describeLiteralType(from) }),
    ];
  }
  const notInEnum = enumProblems(literal, type, { at, input });
  if (notInEnum.length > 0) return notInEnum;
  return isBrokenDatetime(literal) ? [noDatetime({ at, input })] : [];
}

/**
 * A datetime default that is not a plain datetime literal: one that is wrapped in a union, for example, or stored
 * elsewhere.
 *
 * For a default with the type datetime, flyteadmin requires the plain literal. For fixed values it goes by the
 * literal, not by the type.
 */
export function plainDatetimeProblems(
  literal: idl.Literal | undefined,
  type: idl.LiteralType,
  place: ValuePlace,
): readonly Problem[] {
  const isWanted = type.type?.$case === "simple" && type.type.value === SimpleType.DATETIME;
  return isWanted && primitiveOf(literal)?.$case !== "datetime" ? [noDatetime(place)] : [];
}

function noDatetime({ at, input }: ValuePlace): Problem {
  const wanted = "a datetime of the years 1 to 9999";
  const error = coreErrors.VALUE_TYPE_MISMATCH({ path: at, wanted, given: "no such datetime" });
  return toProblem(error, { input, expected: wanted });
}

/** The problem of a text that is not a value of its enum, although the backend accepts it. */
export function enumProblems(
  literal: idl.Literal,
  type: idl.LiteralType | undefined,
  place: ValuePlace,
): readonly Problem[] {
  const broken = brokenEnum(literal, type);
  if (broken === undefined) return [];
  return [typeMismatch(place, { wanted: describeLiteralType(broken), given: "another string" })];
}

/** The problem of a value or declaration that has a wrong type. */
export function typeMismatch(
  { at, input }: ValuePlace,
  { wanted, given }: { wanted: string; given: string },
): Problem {
  const error = coreErrors.BINDING_TYPE_MISMATCH({ at, wanted, given });
  return toProblem(error, { input, expected: wanted, got: given });
}

// The range of google.protobuf.Timestamp: the years 1 to 9999.
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;

function isBrokenDatetime(literal: idl.Literal): boolean {
  const primitive = primitiveOf(literal);
  if (primitive?.$case !== "datetime") return false;
  const { seconds, nanos } = primitive.value ?? {};
  if (typeof seconds !== "bigint" || typeof nanos !== "number") return true;
  return seconds < FIRST_SECOND || seconds > LAST_SECOND || nanos < 0 || nanos >= 1e9;
}

function primitiveOf(literal: idl.Literal | undefined): idl.Primitive["value"] {
  const scalar = literal?.value?.$case === "scalar" ? literal.value.value?.value : undefined;
  return scalar?.$case === "primitive" ? scalar.value?.value : undefined;
}
