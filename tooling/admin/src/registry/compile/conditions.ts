import type { BooleanExpression, LiteralType, Operand } from "@flytekit-ts/models/core";
import { literalTypeOf } from "@flytekit-ts/workflow/checks";
import { shortTypeText, typeText } from "../../texts/type-text.js";
import type { NodeState } from "./builder.js";
import type { CompileErrors } from "./compile-errors.js";
import { valueRequired, variableNotFound } from "./outputs.js";

/** Checks a condition of a conditional: its operands, and that they are of one type. */
export function checkCondition(
  state: NodeState,
  condition: BooleanExpression | undefined,
  errors: CompileErrors,
): void {
  const { id } = state.node;
  const expression = condition?.expr;
  if (condition === undefined)
    return errors.collect(
      "BranchNodeHasNoCondition",
      id,
      "One of the branches on the node doesn't have a condition.",
    );
  if (expression === undefined) return valueRequired(errors, id, "Expr");
  if (expression.$case === "conjunction") {
    checkCondition(state, expression.value.leftExpression, errors);
    return checkCondition(state, expression.value.rightExpression, errors);
  }
  const right = operandType(state, "RightValue", expression.value.rightValue, errors);
  const left = operandType(state, "LeftValue", expression.value.leftValue, errors);
  if (right === undefined || left === undefined || typeText(right) === typeText(left)) return;
  const types = `(type [${shortTypeText(right)}]) doesn't match expected type [${shortTypeText(left)}]`;
  errors.collect("MismatchingTypes", id, `Variable [RightValue] ${types}.`);
}

function operandType(
  { node, types }: NodeState,
  side: string,
  operand: Operand | undefined,
  errors: CompileErrors,
): LiteralType | undefined {
  const value = operand?.val;
  if (operand === undefined) return valueRequired(errors, node.id, side);
  if (value?.$case === "primitive")
    return literalTypeOf({
      value: { $case: "scalar", value: { value } },
      hash: "",
      metadata: new Map(),
    });
  if (value?.$case !== "var" || value.value === "") return valueRequired(errors, node.id, `${side}.Val`);
  if (types === undefined) return valueRequired(errors, node.id, value.value);
  const variable = types.inputs.get(value.value);
  if (variable !== undefined) return variable.type;
  // Bound to something that does not resolve, which is said elsewhere.
  if (node.inputs.some((each) => each.var === value.value)) return undefined;
  return variableNotFound(errors, node.id, value.value);
}
