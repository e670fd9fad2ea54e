import * as errors from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { END, type Site, START } from "../sites/site.js";
import type { WorkflowRule } from "./rule.js";

/**
 * Every node has a unique id that can be part of the name of a pod.
 *
 * Flyte's compiler only checks that the id is not empty. It silently drops the second of two nodes with the same id,
 * and a node with the id of one that it adds itself. Ids that Kubernetes does not accept fail when the node runs.
 */
export const nodeIds: WorkflowRule = ({ sites, workflow }) => {
  const seen = new Set<string>();
  return sites.flatMap((site): readonly Problem[] => {
    // A repeated node has the id of its array.
    if (site.kind === "item") return [];
    const { id } = site;
    const [problem, backendCode] = whatIsWrong(site) ?? [];
    if (problem !== undefined) {
      const error = errors.NODE_ID_INVALID({ id: site.node.id, node: workflow, problem });
      return [toProblem(error, { nodeId: id, backendCode })];
    }
    if (seen.has(id))
      return [toProblem(errors.NODE_ID_TWICE({ id, where: `of ${workflow}` }), { nodeId: id })];
    seen.add(id);
    return [];
  });
};

// Ids that can be part of the name of a pod.
const ID = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LONGEST = 63;

function whatIsWrong({ kind, node: { id } }: Site): readonly [string, BackendCode?] | undefined {
  if (id === "") return kind === "arm" ? ["it is empty"] : ["it is empty", "ValueRequired"];
  if (id.length > LONGEST) return [`it is longer than ${LONGEST} characters`];
  if (!ID.test(id)) return ["it is not made of lower-case letters, digits and inner hyphens"];
  return kind !== "arm" && (id === START || id === END) ? ["Flyte reserves this id"] : undefined;
}
