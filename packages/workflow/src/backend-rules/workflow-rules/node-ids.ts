import { errors } from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { END, type Site, START } from "../sites/site.js";
import type { WorkflowRule } from "./rule.js";

/**
 * Every node has an id of its own, one that can be part of the name of a pod.
 *
 * Flyte's compiler asks for an id only. The second node of one id, and what has the id of a node that it adds
 * itself, it drops without a word; ids that Kubernetes does not take fail when the node runs.
 */
export const nodeIds: WorkflowRule = ({ sites, workflow }) => {
  const seen = new Set<string>();
  return sites.flatMap((site): readonly Problem[] => {
    // What an array repeats goes by the id of the array.
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

// What a node may be called inside the name of a pod.
const ID = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LONGEST = 63;

function whatIsWrong({ kind, node: { id } }: Site): readonly [string, BackendCode?] | undefined {
  if (id === "") return kind === "arm" ? ["it is empty"] : ["it is empty", "ValueRequired"];
  if (id.length > LONGEST) return [`it is longer than ${LONGEST} characters`];
  if (!ID.test(id)) return ["it is not made of lower-case letters, digits and inner hyphens"];
  return kind !== "arm" && (id === START || id === END) ? ["Flyte keeps it for itself"] : undefined;
}
