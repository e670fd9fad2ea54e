import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { NO_PROBLEMS, type Problem, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { few } from "../parts/few.js";
import { casesOf, flattenConditions } from "../sites/flatten-conditions.js";
import { type Site, STAGES } from "../sites/site.js";
import type { NodeRule } from "../workflow-rules/rule.js";

/**
 * Each case of a conditional has a condition, conditions compare constants and inputs of the conditional, and there
 * is an else arm or an error for when no condition is true. Flyte's compiler checks this after the conditional's
 * interface.
 */
export const conditions: NodeRule = {
  stage: STAGES.node,
  check(site, { names }) {
    const cases = casesOf(site.node);
    if (cases === undefined) return NO_PROBLEMS;
    const at = describeNode(site.id, names);
    const lacks = (part: string, backendCode: BackendCode): Problem =>
      toProblem(errors.MESSAGE_INCOMPLETE({ at, part }), { nodeId: site.id, backendCode });
    const { comparisons, missing } = flattenConditions(cases);
    const operands = comparisons.flatMap(({ leftValue, rightValue }) => [leftValue, rightValue]);
    return [
      ...missing.map(({ part, backendCode }) => lacks(part, backendCode)),
      ...operands.filter(isEmpty).map(() => lacks(OPERAND, "ValueRequired")),
      ...unknownInputs(operands, site, at),
      ...(cases.default === undefined ? [lacks("an else or an error", "BranchNodeHasNoDefault")] : []),
    ];
  },
};

// Newer messages may have a scalar instead of a primitive. The backend does not understand it.
const OPERAND = "a primitive, or the name of an input, on one side of a condition";

function isEmpty(operand: idl.Operand | undefined): boolean {
  const val = operand?.val;
  return val === undefined || val.$case === "scalar" || (val.$case === "var" && val.value === "");
}

// A missing input is reported once, however often conditions name it.
function unknownInputs(
  operands: readonly (idl.Operand | undefined)[],
  { id, node }: Site,
  at: string,
): readonly Problem[] {
  const known = new Set(node.inputs.map((binding) => binding.var));
  const named = operands.flatMap((operand) => (operand?.val?.$case === "var" ? [operand.val.value] : []));
  const unknown = [...new Set(named)].filter((input) => input !== "" && !known.has(input));
  return unknown.map((input) =>
    toProblem(errors.CONDITION_INPUT_UNKNOWN({ at, input, known: few(known) }), {
      nodeId: id,
      input,
      backendCode: "VariableNameNotFound",
    }),
  );
}
