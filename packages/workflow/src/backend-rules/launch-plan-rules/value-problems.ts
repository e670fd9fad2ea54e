import { isCastable } from "@flytekit-ts/core/casts";
import { coreErrors } from "@flytekit-ts/core/errors";
import { describeLiteralType, SimpleType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { literalTypeOf } from "../parts/literal-type-of.js";
import { brokenEnum } from "./enum-fault.js";

/** Where a value of a launch plan stands, and the name of its input. */
export interface ValuePlace {
  readonly at: string;
  readonly input: string;
}

/**
 * What is wrong with a value for an input of a type.
 *
 * flyteadmin infers the type of the value and wants it castable (AreTypesCastable), and a datetime to be one
 * that IDL knows (ValidateDatetime; it looks at the first it meets only, in any order). That a text is none of
 * its enum it does not see. The value itself may be secret and is not shown.
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
 * A default that is a datetime, and not one as such: of a union, say, or stored elsewhere.
 *
 * flyteadmin looks for the plain form where it is the type of a default that is a datetime, and for the datetime
 * itself among fixed values.
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

/** A text that is of a type to the backend, and none of its enum. */
export function enumProblems(
  literal: idl.Literal,
  type: idl.LiteralType | undefined,
  place: ValuePlace,
): readonly Problem[] {
  const broken = brokenEnum(literal, type);
  if (broken === undefined) return [];
  return [typeMismatch(place, { wanted: describeLiteralType(broken), given: "another text" })];
}

/** The problem of a value, or of a declaration, that is of another type than it has to be. */
export function typeMismatch(
  { at, input }: ValuePlace,
  { wanted, given }: { wanted: string; given: string },
): Problem {
  const error = coreErrors.BINDING_TYPE_MISMATCH({ at, wanted, given });
  return toProblem(error, { input, expected: wanted, got: given });
}

// What google.protobuf.Timestamp allows: the years 1 to 9999.
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
