import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { numberOf } from "../parts/message-parts.js";
import { casesOf, flattenConditions } from "../sites/flatten-conditions.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "../workflow-rules/rule.js";

/**
 * A condition compares datetimes and durations with whole seconds. Flyte's engine compares nothing but their seconds:
 * 900 ms are not greater than 500 ms.
 */
export const seconds: NodeRule = {
  stage: STAGES.node,
  check({ id, node }, { names }) {
    const cases = casesOf(node);
    if (cases === undefined) return NO_PROBLEMS;
    const kinds = new Set(
      flattenConditions(cases).comparisons.flatMap(({ leftValue, rightValue }) =>
        [leftValue, rightValue].flatMap((operand) => kindWithFraction(operand) ?? []),
      ),
    );
    return [...kinds].map((kind) => {
      const error = errors.FRACTION_OF_SECOND_IGNORED({ at: describeNode(id, names), kind });
      return toProblem(error, { severity: "warning", nodeId: id });
    });
  },
};

function kindWithFraction(operand: idl.Operand | undefined): "datetime" | "duration" | undefined {
  const value = operand?.val?.$case === "primitive" ? operand.val.value.value : undefined;
  if (value?.$case !== "datetime" && value?.$case !== "duration") return undefined;
  return numberOf(value.value.nanos) === 0 ? undefined : value.$case;
}
