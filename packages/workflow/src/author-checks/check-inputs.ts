import type { Entity } from "@flytekit-ts/core/graph";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import * as errors from "../errors.js";
import { graphOf } from "../graph/graph.js";
import { unusedInputs } from "../graph/unused-inputs.js";
import { type Problem, toProblem } from "../problem/problem.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";

/**
 * Inputs that nothing in their workflow uses, in workflows without other faults: one of these may have used the input.
 *
 * Often the body decided by such an input in JavaScript: `if (flag)` is always true, since a promise is an object.
 */
export function inputProblems(workflows: readonly AuthoredWorkflow[]): readonly Problem[] {
  // A handler has to take every input of the workflow that it is for.
  const handlers = new Set<Entity | undefined>(workflows.map(({ onFailure }) => onFailure));
  return workflows.filter((each) => !isArmWorkflow(each) && !handlers.has(each)).flatMap(problemsOf);
}

function problemsOf(workflow: AuthoredWorkflow): readonly Problem[] {
  const { name, interface: declared, definedAt: place } = workflow;
  return unusedInputs(declared.inputs.keys(), graphOf(workflow)).map((input) => ({
    ...toProblem(errors.INPUT_UNUSED({ workflow: name, input }), { severity: "warning", place }),
    workflow: name,
  }));
}
