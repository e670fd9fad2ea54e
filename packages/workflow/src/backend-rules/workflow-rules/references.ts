import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import type { EntityRule } from "./rule.js";

/**
 * Every entity that a node calls was given. Flyte's compiler checks this first, for every node: also for nodes that
 * it drops, and inside sub-workflows that only arrays call.
 */
export const references: EntityRule = ({ reference, scope, site }) => {
  const { kind, id, entity } = reference;
  if (entity !== undefined) return NO_PROBLEMS;
  const version = id.version === "" ? "" : ` (version ${id.version})`;
  const params = { at: describeNode(site.id, scope.names), kind, entity: `${id.name}${version}` };
  const backendCode = kind === "task" ? "TaskReferenceNotFound" : "WorkflowReferenceNotFound";
  return [toProblem(errors.ENTITY_NOT_FOUND(params), { nodeId: site.id, backendCode })];
};
