import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import type { CompiledWorkflowClosure } from "@flytekit-ts/models/core";
import type { NodeState, NodeTree, Remote } from "@flytekit-ts/remote";
import type { GraphModel } from "../../graph/model/graph-model.js";
import { createReader } from "../../graph/read/graph-reader.js";
import { withDynamics } from "../../graph/states/with-dynamics.js";
import type { MadeGraph } from "../../graph/states/with-graph-at.js";
import { hasFailed } from "./phase-states.js";
import { RegisteredSources } from "./registered-sources.js";
import { withoutAttempts } from "../../graph/states/without-attempts.js";

/** The most graphs that are asked for: each is a request of its own. */
const MOST = 200;

/** The graph of an execution with those inside that its dynamics have made so far. @throws the errors of calls */
export async function withMadeGraphs(
  model: GraphModel,
  nodes: readonly NodeTree[],
  { remote, signal }: { readonly remote: Remote; readonly signal: Signal },
): Promise<GraphModel> {
  const dynamics = nodes
    .filter(hasMade)
    .map((node) => ({ path: withoutAttempts(node.path), read: () => readMade(remote, node, signal) }));
  const failed = nodes.filter(hasFailed).map(({ path }) => withoutAttempts(path));
  return await withDynamics(model, dynamics, { most: MOST, failed });
}

async function readMade(remote: Remote, node: NodeState, signal: Signal): Promise<MadeGraph | undefined> {
  const closure = await unlessUnreadable(() => madeGraph(remote, node, signal));
  const id = closure?.primary?.template?.id;
  if (closure === undefined || id === undefined) return undefined;
  const sources = new RegisteredSources(remote, signal);
  await sources.addClosure(closure);
  const reader = createReader(sources);
  const root = reader.graphOf(id);
  return root === undefined ? undefined : { root, graphs: reader.graphs };
}

/** The graph that a dynamic has made. @throws the errors of calls */
export async function madeGraph(
  { connection }: Remote,
  { id: nodeId, execution }: NodeState,
  signal: Signal,
): Promise<CompiledWorkflowClosure | undefined> {
  const request = { id: { nodeId, executionId: { ...execution, org: "" } } };
  return (await connection.admin.getDynamicNodeWorkflow(request, { signal })).compiledWorkflow;
}

// A dynamic that is still running itself has made nothing yet.
const HAS_MADE: ReadonlySet<string> = new Set([
  "DYNAMIC_RUNNING",
  "SUCCEEDING",
  "SUCCEEDED",
  "FAILING",
  "FAILED",
]);

/** Whether a node is a dynamic that may have made its graph already. */
export function hasMade({ isDynamic, phase }: NodeState): boolean {
  return isDynamic && HAS_MADE.has(phase);
}

/** What a cluster says where it has a graph no more, or cannot read it: nodes are then known by their ids alone. */
const UNREADABLE: ReadonlySet<string> = new Set([
  "CLUSTER_ENTITY_NOT_FOUND",
  "CLUSTER_FAILED",
  "CLUSTER_MESSAGE_TOO_LARGE",
  "CLUSTER_TIMED_OUT",
  "CLUSTER_UNREACHABLE",
  "CALL_UNSUPPORTED",
]);

/** What is read, unless the cluster has it no more. @throws all else */
export async function unlessUnreadable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isFlytekitError(error) && UNREADABLE.has(error.code)) return undefined;
    throw error;
  }
}
