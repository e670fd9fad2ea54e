import { encode } from "@flytekit-ts/models";
import type { NodeExecutionEventRequest } from "@flytekit-ts/models/admin";
import { CompiledWorkflowClosure, NodeExecution_Phase as Phase } from "@flytekit-ts/models/core";
import type { NodeExecutionEvent } from "@flytekit-ts/models/event";
import { referenceBelow } from "../objects/reference.js";
import type { ExecutionBackend } from "../executions/backend.js";
import { executionOf, findNode, nodeOf, taskRunOf } from "../executions/find.js";
import { phases } from "../executions/phases.js";
import { nodeExecutions, nodeKey, type NodeRow } from "../executions/tables.js";
import { timeProblem } from "../executions/times.js";
import { Refusal, refused } from "../serving/refusal.js";
import type { State } from "../state/state.js";
import { messageText } from "../texts/message-text.js";
import { type Offloaded, offloadNodeData } from "./offload-node-data.js";
import { newNode, updatedNode } from "./node-row.js";
import { reportTime } from "./run-row.js";
import { assertCluster, ended } from "../executions/refusals.js";

/** Takes down what happened to a node. @throws Refusal for what cannot follow what happened before */
export async function takeNodeEvent(
  backend: ExecutionBackend,
  { event = EMPTY }: NodeExecutionEventRequest,
): Promise<void> {
  const { state, store } = backend;
  const { id, producerId } = event;
  assertCluster(clusterOf(state, event), producerId);
  const before = findNode(state, id);
  if (before !== undefined) assertFollows(state, before, event);
  const parents = before === undefined ? parentsOf(state, event) : undefined;
  const dynamicUri = await writeGraph(store, event);
  assertTimes(before, event);
  const data: Offloaded = { ...(await offloadNodeData(store, event, before?.inputUri ?? "")), dynamicUri };
  // The row may have changed while data were written.
  const now = findNode(state, before?.id ?? id);
  if (now === undefined) {
    state.table(nodeExecutions).insert(nodeKey(id), newNode(event, data, parents ?? parentsOf(state, event)));
    return;
  }
  assertFollows(state, now, event);
  state.table(nodeExecutions).update(nodeKey(now.id), updatedNode(now, event, data));
}

/** What is left of a request without an event. */
const EMPTY: NodeExecutionEvent = {
  id: undefined,
  producerId: "",
  phase: 0,
  occurredAt: undefined,
  inputValue: undefined,
  outputResult: undefined,
  targetMetadata: undefined,
  parentTaskMetadata: undefined,
  parentNodeMetadata: undefined,
  retryGroup: "",
  specNodeId: "",
  nodeName: "",
  eventVersion: 0,
  isParent: false,
  isDynamic: false,
  deckUri: "",
  reportedAt: undefined,
  isArray: false,
  targetEntity: undefined,
  isInDynamicChain: false,
  isEager: false,
};

/** The cluster of the execution of a node. @throws Refusal NOT_FOUND */
function clusterOf(state: State, { id }: NodeExecutionEvent): string {
  try {
    return executionOf(state, id?.executionId).cluster;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const name = messageText(id?.executionId);
    throw new Refusal(
      error.code,
      `Failed to get existing execution id: [${name}] with err: ${error.message}`,
    );
  }
}

/** @throws Refusal INTERNAL for times that are missing, or out of range */
function assertTimes(before: NodeRow | undefined, event: NodeExecutionEvent): void {
  const { phase } = event;
  const problem = timeProblem(event.occurredAt);
  const reported = timeProblem(reportTime(event));
  const failed = (text: string) => refused.internal(text);
  if (problem !== undefined && phase === Phase.RUNNING)
    throw failed(`failed to unmarshal occurredAt with error: ${problem}`);
  if (problem !== undefined && phases.node.isEnd(phase) && before?.startedAt !== undefined)
    throw failed(`Failed to parse node execution occurred at timestamp: ${problem}`);
  if (before !== undefined) {
    if (reported !== undefined) throw failed("failed to parse updated at timestamp");
    return;
  }
  if (problem !== undefined) throw failed("failed to read event timestamp");
  if (reported !== undefined) throw failed("failed to read event reported_at timestamp");
}

function assertFollows(
  state: State,
  row: NodeRow & { readonly rowId: number },
  event: NodeExecutionEvent,
): void {
  const current = row.closure.phase;
  const [from, to] = [current, event.phase].map(phases.node.name);
  if (current === event.phase)
    throw refused.exists(`This phase was already recorded ${from} for ${messageText(event.id)}`);
  if (phases.node.isEnd(current))
    throw ended(`Invalid phase change from ${from} to ${to} for node execution ${row.rowId}`, to ?? "");
  const { targetMetadata } = event;
  if (targetMetadata?.$case === "workflowNodeMetadata") executionOf(state, targetMetadata.value.executionId);
}

function parentsOf(
  state: State,
  { id, parentNodeMetadata, parentTaskMetadata }: NodeExecutionEvent,
): Pick<NodeRow, "parentRow" | "parentTaskRow"> {
  const task = parentTaskMetadata?.id;
  const parentTaskRow = task === undefined ? undefined : taskRunOf(state, task).rowId;
  if (parentNodeMetadata === undefined) return { parentRow: undefined, parentTaskRow };
  const parent = { nodeId: parentNodeMetadata.nodeId, executionId: id?.executionId };
  return { parentRow: nodeOf(state, parent).rowId, parentTaskRow };
}

/** Keeps the graph that a dynamic node made, and gives its URI. */
async function writeGraph(
  store: ExecutionBackend["store"],
  { id, targetMetadata }: NodeExecutionEvent,
): Promise<string | undefined> {
  const made =
    targetMetadata?.$case === "taskNodeMetadata" ? targetMetadata.value.dynamicWorkflow : undefined;
  if (made === undefined) return undefined;
  const { project = "", domain = "", name = "" } = id?.executionId ?? {};
  const workflow = made.id;
  const file = [workflow?.project, workflow?.domain, workflow?.name, workflow?.version].join("_");
  const uri = referenceBelow(store.root, "metadata", "admin", project, domain, name, id?.nodeId ?? "", file);
  await store.write(
    uri,
    encode(
      CompiledWorkflowClosure,
      made.compiledWorkflow ?? { primary: undefined, subWorkflows: [], tasks: [] },
    ),
  );
  return uri;
}
