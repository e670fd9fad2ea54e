import { errors } from "../../errors.js";
import { toProblem } from "../problem.js";
import { NO_PROBLEMS, type EntityRule } from "../rule.js";
import { describeNode } from "../fault.js";

/**
 * What nodes call was given. Flyte's compiler asks it before all else, of every node: also of those that it drops,
 * and inside sub-workflows that only arrays call.
 */
export const references: EntityRule = ({ reference, scope, site }) => {
  const { kind, id, entity } = reference;
  if (entity !== undefined) return NO_PROBLEMS;
  const version = id.version === "" ? "" : ` (version ${id.version})`;
  const params = { at: describeNode(site.id, scope.names), kind, entity: `${id.name}${version}` };
  const backendCode = kind === "task" ? "TaskReferenceNotFound" : "WorkflowReferenceNotFound";
  return [toProblem(errors.ENTITY_NOT_FOUND(params), { nodeId: site.id, backendCode })];
};
