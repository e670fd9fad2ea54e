import { type Literal, type LiteralType, type Parameter, Variable } from "@flytekit-ts/models/core";
import { type Found, foundInPlan } from "./sound-messages.js";
/** What is found in a plan whose workflow has an input `in` of a type, and that gives it this default. */
export function byDefault(
  behavior: Parameter["behavior"] | Literal,
  type: LiteralType | undefined,
  of = type,
): readonly Found[] {
  return foundInPlan((spec, { workflow }) => {
    if (of !== undefined) workflow.interface?.inputs?.variables.set("in", { ...Variable.create(), type: of });
    const given =
      behavior === undefined || "$case" in behavior
        ? behavior
        : ({ $case: "default", value: behavior } as const);
    spec.defaultInputs?.parameters.set("in", { var: { ...Variable.create(), type }, behavior: given });
  });
}

/** The same for a fixed value. */
export function fixed(literal: Literal, type: LiteralType | undefined): readonly Found[] {
  return foundInPlan((spec, { workflow }) => {
    workflow.interface?.inputs?.variables.set("in", { ...Variable.create(), type });
    spec.fixedInputs?.literals.set("in", literal);
  });
}

export const mismatch = (side: "Default" | "Fixed", wanted: string, given: string): Found => [
  "BINDING_TYPE_MISMATCH",
  `${side.toLowerCase()} input in of launch plan lp takes ${wanted}, but was given ${given}.`,
  { input: "in", expected: wanted, got: given },
];
