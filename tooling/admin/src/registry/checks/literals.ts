import type { Literal, LiteralMap, LiteralType, ParameterMap } from "@flytekit-ts/models/core";
import { literalTypeOf } from "@flytekit-ts/workflow/checks";
import { refused } from "../../serving/refusal.js";
import { typeText } from "../../texts/type-text.js";
import { casts } from "../compile/casts.js";

/**
 * Whether values have names and are there.
 *
 * @param field what the request calls them: `fixed_inputs`
 * @throws Refusal INVALID_ARGUMENT
 */
export function assertLiterals(map: LiteralMap | undefined, field: string): void {
  for (const [name, literal] of map?.literals ?? []) {
    if (name === "") throw refused.invalid(`missing key in ${field}`);
    if (literal.value === undefined) throw refused.invalid(`missing valid literal in ${field} ${name}`);
    if (datetimeOf(literal) !== undefined) assertDatetime(literal);
  }
}

/**
 * Whether parameters have names and types, are required or have a default, and each default is of its type.
 *
 * @throws Refusal INVALID_ARGUMENT
 */
export function assertParameters(map: ParameterMap | undefined, field: string): void {
  for (const [name, { behavior }] of map?.parameters ?? [])
    if (behavior?.$case === "artifactQuery")
      throw refused.invalid(`artifact mode not enabled but query found ${field} ${name}`);
  for (const [name, { var: variable, behavior }] of map?.parameters ?? []) {
    if (name === "") throw refused.invalid(`missing key in ${field}`);
    if (variable?.type === undefined)
      throw refused.invalid(
        `The Variable component of the Parameter ${name} in ${field} either is missing, or has a missing Type`,
      );
    if (behavior === undefined || (behavior.$case === "required" && !behavior.value))
      throw refused.invalid(
        `Invalid variable ${name} in ${field} - variable has neither default, nor is required. One must be specified`,
      );
    if (behavior.$case !== "default") continue;
    const type = literalTypeOf(behavior.value);
    if (type === undefined)
      throw refused.invalid(
        `Flyte encountered an issue while determining\nthe type of the default value for Parameter '${name}' in '${field}'.\nRegistered type: [${typeText(variable.type)}].\nFlyte needs to support the latest FlyteIDL to support this type.\nSuggested solution: Please update all of your Flyte images to the latest version and try again.`,
      );
    if (!casts(type, variable.type))
      throw refused.invalid(
        `Type mismatch for Parameter ${name} in ${field} has type ${typeText(variable.type)}, expected ${typeText(type)}`,
      );
    assertDatetime(behavior.value);
  }
}

// The years 1 to 9999.
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;

function assertDatetime(literal: Literal): void {
  const time = datetimeOf(literal);
  if (time === undefined) return;
  const nanos = time.nanos === 0 ? "" : ` nanos:${time.nanos}`;
  const text = `proto: timestamp (seconds:${time.seconds}${nanos})`;
  if (time.seconds < FIRST_SECOND) throw refused.invalid(`${text} before 0001-01-01`);
  if (time.seconds > LAST_SECOND) throw refused.invalid(`${text} after 9999-12-31`);
  if (time.nanos < 0 || time.nanos > 999_999_999) throw refused.invalid(`${text} has out-of-range nanos`);
}

function datetimeOf({ value }: Literal) {
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  return primitive?.$case === "datetime" ? primitive.value : undefined;
}

const ADVICE =
  "Suggested solution: Please update all your Flyte deployment images to the latest version and try again";

/** The type of a literal. @param name what it is a value of @throws Refusal INVALID_ARGUMENT where it has none */
export function knownTypeOf(name: string, literal: Literal): LiteralType {
  const type = literalTypeOf(literal);
  if (type !== undefined) return type;
  throw refused.invalid(
    `Failed to validate literal type for [${name}] with err: got unknown literal type: [<nil>].\n${ADVICE}`,
  );
}
