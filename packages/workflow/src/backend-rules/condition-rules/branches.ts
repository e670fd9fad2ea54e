import { describeLiteralType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { commonOutputs } from "../scopes/common-outputs.js";
import type { Scope } from "../scopes/scope.js";
import { casesOf } from "../sites/flatten-conditions.js";
import { type Site, STAGES } from "../sites/site.js";
import type { NodeRule } from "../workflow-rules/rule.js";

/**
 * A conditional has a node for each of its conditions, and an output that all arms have is of exactly the same type
 * in each. Flyte's compiler checks this when it works out the conditional's interface.
 */
export const branches: NodeRule = {
  stage: STAGES.interface,
  check(site, scope) {
    const { target } = site.node;
    if (target?.$case !== "branchNode") return NO_PROBLEMS;
    const at = describeNode(site.id, scope.names);
    const missing = missingIn(target.value).map(([part, backendCode]) =>
      toProblem(errors.MESSAGE_INCOMPLETE({ at, part }), { nodeId: site.id, backendCode }),
    );
    return [...missing, ...clashes(site, scope)];
  },
};

function missingIn({ ifElse }: idl.BranchNode): readonly (readonly [string, BackendCode])[] {
  if (ifElse === undefined) return [["its cases", "ValueRequired"]];
  const { case: first, other } = ifElse;
  const rest = first === undefined ? other : [first, ...other];
  return [
    ...(first === undefined ? [["its first case", "BranchNodeHasNoCondition"] as const] : []),
    ...rest.flatMap(({ thenNode }) =>
      thenNode === undefined ? [["the node of a case", "BranchNodeIdNotFound"] as const] : [],
    ),
  ];
}

// Without a node for the first case the compiler does not compare the arms.
function clashes({ id, inner, node }: Site, { names, interfaces }: Scope) {
  const backendCode = casesOf(node)?.case?.thenNode === undefined ? undefined : "MismatchingTypes";
  return commonOutputs(inner, interfaces).clashes.map(({ arm, output, ...types }) => {
    const [expected, got] = [describeLiteralType(types.wanted), describeLiteralType(types.given)];
    const params = { arm: describeNode(arm.id, names), output, wanted: expected, given: got };
    const context = { nodeId: id, backendCode, expected, got } as const;
    return toProblem(errors.BRANCH_OUTPUTS_DIFFER(params), context);
  });
}
