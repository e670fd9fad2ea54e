import { OnFailurePolicy } from "@flytekit-ts/core/literals";
import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { nameOf } from "../scopes/scope.js";
import type { InputRule } from "../workflow-rules/rule.js";

/**
 * A sub-workflow does not ask for a failure policy that it never gets: Flyte's engine reads only that of the
 * outermost workflow.
 *
 * A message does not show whether the other policy, the default, was asked for. So it is not a problem that a
 * sub-workflow with the default goes on after a failure if its outermost workflow does.
 */
export const failurePolicies: InputRule = ({ nest: { scopes } }) => {
  const [main] = scopes;
  const { FAIL_AFTER_EXECUTABLE_NODES_COMPLETE: GOES_ON } = OnFailurePolicy;
  if (main === undefined || main.template.metadata?.onFailure === GOES_ON) return NO_PROBLEMS;
  const isRegistered = new Map(scopes.map((scope) => [scope.template, scope.isRegistered]));
  const told = new Set<unknown>();
  return scopes.flatMap(({ sites, workflow }) =>
    sites.flatMap(({ id, calls }) => {
      const entity = calls?.entity;
      if (entity?.kind !== "workflow" || told.has(entity)) return [];
      told.add(entity);
      const { template } = entity;
      // Arms that became workflows have the policy of the workflow around them.
      if (template.metadata?.onFailure !== GOES_ON || isRegistered.get(template) !== true) return [];
      const error = errors.FAILURE_POLICY_IGNORED({ workflow: main.workflow, sub: nameOf(template) });
      return [{ ...toProblem(error, { severity: "warning", nodeId: id }), workflow }];
    }),
  );
};
