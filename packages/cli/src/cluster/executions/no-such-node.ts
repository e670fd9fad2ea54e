import { closest } from "@flytekit-ts/core/graph";
import type { Execution, NodeTree, Remote } from "@flytekit-ts/remote";
import { errors } from "../../errors.js";

/** Which node of which execution is asked for. */
export interface AskedNode {
  readonly remote: Remote;
  readonly execution: Execution;
  readonly node: string;
  /** How nodes are named: by their ids on the cluster, or by their paths. */
  readonly by: "id" | "path";
  readonly signal: AbortSignal;
}

/** The error for a node that an execution does not have, or has not come to yet; undefined if it has it. */
export async function noSuchNode(
  { remote, execution, node, by, signal }: AskedNode,
  cause?: unknown,
): Promise<Error | undefined> {
  const all = namesIn(await execution.nodes({ signal }), by);
  if (all.includes(node)) return undefined;
  const { project, domain, name } = execution.id;
  const { endpoint } = remote.config;
  const what = `node ${JSON.stringify(node)} of the execution ${JSON.stringify(name)}`;
  const advice = `\`tsflyte execution get ${name}\` shows those that it has come to.`;
  return errors.NOT_ON_CLUSTER(
    { what, project, domain, endpoint, closest: closest(node, all), advice },
    { cause },
  );
}

function namesIn(nodes: readonly NodeTree[], by: "id" | "path"): readonly string[] {
  return nodes.flatMap((node) => [node[by], ...namesIn(node.nodes, by)]);
}
