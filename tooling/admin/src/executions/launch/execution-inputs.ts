import type { Literal, LiteralMap, LiteralType, ParameterMap } from "@flytekit-ts/models/core";
import { knownTypeOf } from "../../registry/checks/literals.js";
import { casts } from "../../registry/compile/casts.js";
import { refused } from "../../serving/refusal.js";
import { typeText } from "../../texts/type-text.js";

/** What a launch plan says of inputs. */
export interface Expected {
  readonly expected: ParameterMap | undefined;
  readonly fixed: LiteralMap | undefined;
}

/** The inputs of an execution: what is given, defaults, and what is fixed. @throws Refusal INVALID_ARGUMENT */
export function executionInputs(given: LiteralMap | undefined, { expected, fixed }: Expected): LiteralMap {
  const parameters = expected?.parameters ?? new Map();
  const literals = new Map<string, Literal>();
  for (const [name, literal] of sorted(given?.literals)) {
    if (!parameters.has(name)) throw refused.invalid(`invalid input ${name}`);
    literals.set(name, literal);
  }
  for (const [name, { behavior, var: variable }] of sorted(expected?.parameters)) {
    const literal = literals.get(name);
    if (literal !== undefined) {
      assertFits(name, literal, variable?.type);
      continue;
    }
    if (behavior?.$case === "required" && behavior.value)
      throw refused.invalid(`expected_inputs ${name} missing`);
    if (behavior?.$case === "default") literals.set(name, behavior.value);
  }
  for (const [name, literal] of sorted(fixed?.literals)) {
    if (literals.has(name)) throw refused.invalid(`fixed_inputs ${name} cannot be overridden`);
    literals.set(name, literal);
  }
  return { literals };
}

function assertFits(name: string, literal: Literal, declared: LiteralType | undefined): void {
  const type = knownTypeOf(name, literal);
  if (declared !== undefined && casts(type, declared)) return;
  throw refused.invalid(
    `invalid ${name} input wrong type. Expected ${typeText(declared)}, but got ${typeText(type)}`,
  );
}

// Go goes over maps in any order: here it is that of names, so that answers are the same each time.
function sorted<T>(map: ReadonlyMap<string, T> | undefined): readonly (readonly [string, T])[] {
  return [...(map ?? [])].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
