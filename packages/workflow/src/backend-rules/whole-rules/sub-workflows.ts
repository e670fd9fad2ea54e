import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { few } from "../parts/few.js";
import { cyclesOf } from "../scopes/cycles-of.js";
import { nameOf } from "../scopes/scope.js";
import { findEntity } from "../sites/entities.js";
import type { InputRule } from "../workflow-rules/rule.js";

/**
 * Sub-workflows are given once each, and none contains itself.
 *
 * Flyte's compiler checks the first before anything else. It follows a workflow that contains itself until it
 * crashes, and the installation with it. A sub-workflow that no node calls is stored without being checked.
 */
export const subWorkflows: InputRule = ({ given, entities, nest }) => {
  const seen = new Set<unknown>();
  const told = new Set<unknown>();
  const problems = given.subWorkflows.flatMap((template): readonly Problem[] => {
    const entity = template.id && findEntity(entities.workflows, template.id);
    if (entity === undefined || told.has(entity)) return [];
    const workflow = nameOf(template);
    if (seen.has(entity)) {
      told.add(entity);
      return [toProblem(errors.SUB_WORKFLOW_TWICE({ workflow }), { backendCode: "DuplicateId" })];
    }
    seen.add(entity);
    if (nest.calls.has(entity)) return [];
    return [toProblem(errors.SUB_WORKFLOW_UNUSED({ workflow }), { severity: "warning" })];
  });
  const circles = cyclesOf(nest.calls).map((path) =>
    toProblem(errors.WORKFLOW_RECURSIVE({ path: few(path.map(nameOf)) }), {}),
  );
  return [...problems, ...circles];
};
