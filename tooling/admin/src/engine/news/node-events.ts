import { encode } from "@flytekit-ts/models";
import {
  LiteralMap,
  NodeExecution_Phase as Phase,
  type TaskExecutionIdentifier,
} from "@flytekit-ts/models/core";
import { NodeExecutionEvent } from "@flytekit-ts/models/event";
import {
  type Around,
  type GraphNews,
  joinUri,
  type NodeNews,
  type NodeRecord,
  uniqueNodeId,
} from "@flytekit-ts/propeller";
import { cacheNews } from "./catalog.js";
import { errorOf, now, PRODUCER, type Telling } from "./telling.js";

/** Before version 2, engines renamed the nodes of what is inside of others. */
const EVENT_VERSION = 2;

/** Turns news of nodes into events. */
export interface NodeTeller {
  onNode(news: NodeNews): void;
  onGraph(news: GraphNews): void;
  /** A plan's node runs from when its execution is there. */
  onChild(node: Readonly<NodeRecord>, child: NonNullable<Telling["id"]>): void;
  /** An event of a node as far as it does not depend on what happens. */
  baseOf(news: NodeNews, phase: Phase): NodeExecutionEvent;
}

export function nodeTeller(telling: Telling): NodeTeller {
  const { reporter, root } = telling;
  const queued = new Map<string, NodeNews>();
  const baseOf = (news: NodeNews, phase: Phase) => nodeEvent(telling, news, phase);
  return {
    baseOf,
    onNode: (news) => {
      const { uniqueId, phase } = news.record;
      if (phase === "RUNNING") {
        queued.set(uniqueId, news);
        reporter.node(baseOf(news, Phase.QUEUED));
        if (!isPlan(news)) reporter.node(baseOf(news, Phase.RUNNING));
        return;
      }
      // The record goes on to change.
      tellEnd(telling, { ...news, record: { ...news.record } }, baseOf(news, Phase[phase]));
    },
    onGraph: ({ around, inputs, outputs }) => {
      const id = outputs === undefined ? "start-node" : "end-node";
      const uri = joinUri(root, id, "data", "0", "outputs.pb");
      const isTop = around === undefined;
      const event = edgeEvent(telling, id, around);
      // Of what is inside of a node, nothing is kept at its ends.
      const data = { literals: new Map(outputs ?? inputs) };
      const outputResult = isTop
        ? ({ $case: "outputUri", value: uri } as const)
        : ({ $case: "outputData", value: data } as const);
      reporter.node({ ...event, outputResult });
    },
    onChild: ({ uniqueId }, executionId) => {
      const news = queued.get(uniqueId);
      if (news === undefined) return;
      const targetMetadata = { $case: "workflowNodeMetadata", value: { executionId } } as const;
      reporter.node({ ...baseOf(news, Phase.RUNNING), targetMetadata });
    },
  };
}

function isPlan({ node: { target } }: NodeNews): boolean {
  return target?.$case === "workflowNode" && target.value.reference?.$case === "launchplanRef";
}

function edgeEvent(telling: Telling, id: string, around: Around | undefined): NodeExecutionEvent {
  return NodeExecutionEvent.create({
    id: { nodeId: uniqueNodeId(id, around), executionId: telling.id },
    producerId: PRODUCER,
    phase: Phase.SUCCEEDED,
    occurredAt: now(telling),
    specNodeId: id,
    nodeName: id,
    eventVersion: EVENT_VERSION,
    ...parentOf(around),
  });
}

function parentOf(around: Around | undefined) {
  if (around === undefined) return {};
  return { parentNodeMetadata: { nodeId: around.uniqueId }, retryGroup: String(around.attempt) };
}

function nodeEvent(
  telling: Telling,
  { node, record, around, dir }: NodeNews,
  phase: Phase,
): NodeExecutionEvent {
  const { target } = node;
  const isSub = target?.$case === "workflowNode" && target.value.reference?.$case === "subWorkflowRef";
  const reference =
    target?.$case === "taskNode" || target?.$case === "workflowNode" ? target.value.reference : undefined;
  return {
    ...edgeEvent(telling, node.id, around),
    id: { nodeId: record.uniqueId, executionId: telling.id },
    phase,
    nodeName: node.metadata?.name || node.id,
    inputValue: { $case: "inputUri", value: joinUri(dir, "inputs.pb") },
    isParent: isSub || target?.$case === "branchNode",
    isArray: target?.$case === "arrayNode",
    targetEntity: reference?.value,
  };
}

/** Tells how a node ended. */
function tellEnd(telling: Telling, news: NodeNews, event: NodeExecutionEvent): void {
  const { reporter, backend, sources } = telling;
  const { record, node, dir } = news;
  const { failure, outputs, attempt } = record;
  if (failure !== undefined) {
    reporter.node({ ...event, outputResult: { $case: "error", value: errorOf(failure) } });
    return;
  }
  if (outputs === undefined) {
    reporter.node(event);
    return;
  }
  const folder = joinUri(dir, String(attempt));
  const uri = joinUri(folder, "outputs.pb");
  const { target } = node;
  const task = target?.$case === "taskNode" ? target.value.reference?.value : undefined;
  const made: TaskExecutionIdentifier = { taskId: task, nodeExecutionId: event.id, retryAttempt: attempt };
  const cached = cacheNews(record, sources, made);
  reporter.between(async () => {
    // A task has written its outputs, unless they were remembered, made by nodes, or of an earlier execution.
    const { store } = backend;
    if ((await store.head(uri)) === undefined)
      await store.write(uri, encode(LiteralMap, { literals: new Map(outputs) }));
    const deck = joinUri(folder, "deck.html");
    const hasDeck = task !== undefined && (await store.head(deck)) !== undefined;
    event.deckUri = hasDeck ? deck : "";
  });
  const metadata = {
    ...cached,
    reservationStatus: 0,
    checkpointUri: record.checkpoint ?? "",
    dynamicWorkflow: undefined,
  } as const;
  const targetMetadata =
    task === undefined ? undefined : ({ $case: "taskNodeMetadata", value: metadata } as const);
  event.outputResult = { $case: "outputUri", value: uri };
  event.targetMetadata = targetMetadata;
  reporter.node(event);
}
