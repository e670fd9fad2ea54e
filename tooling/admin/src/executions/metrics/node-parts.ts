import type { BranchNode, Identifier, Node, Span } from "@flytekit-ts/models/core";
import { refused } from "../../serving/refusal.js";
import { executionOf } from "../find.js";
import { dynamicGraph } from "../show/dynamic-graph.js";
import { messageText } from "../../texts/message-text.js";
import type { NodeRow, Row } from "../tables.js";
import { later, nanosOf } from "../times.js";
import { childrenOf, lastBefore, runsOf, workflowOf } from "./graph-nodes.js";
import type { Measuring, NodeRan } from "./measured.js";
import { operation, operationUnlessBack } from "./spans.js";
import { attemptSpans, inOrder } from "./task-spans.js";

/** The parts of the time of a node, by its kind. */
export async function nodeParts(measuring: Measuring, ran: NodeRan): Promise<readonly Span[]> {
  const { row, node } = ran;
  const { target } = node;
  switch (target?.$case) {
    case "branchNode":
      return branchParts(measuring, row, target.value);
    case "gateNode":
      return gateParts(row);
    case "taskNode":
      return row.metadata.isParentNode ? dynamicParts(measuring, row) : taskParts(measuring, row);
    case "workflowNode": {
      const { reference } = target.value;
      if (reference?.$case === "launchplanRef") return planParts(measuring, row);
      if (reference?.$case === "subWorkflowRef") return subWorkflowParts(measuring, row, reference.value);
      throw refused.internal("failed to identify workflow node type for node");
    }
    case "arrayNode":
    case undefined:
    default:
      // Of other kinds the server measures nothing inside.
      return [];
  }
}

function setup({ closure }: NodeRow): readonly Span[] {
  return [operation(closure.createdAt, closure.updatedAt, "NODE_SETUP")];
}

async function taskParts({ backend, depth }: Measuring, row: Row<NodeRow>): Promise<readonly Span[]> {
  const { first, runs } = runsIn(backend, row);
  if (first === undefined) return setup(row);
  return [
    operation(row.closure.createdAt, first.closure.createdAt, "NODE_SETUP"),
    ...attemptSpans(runs, depth),
    ...operationUnlessBack(runs.at(-1)?.closure.updatedAt, row.closure.updatedAt, "NODE_TEARDOWN"),
  ];
}

/** The attempts of a node in order, and which of them the database gives first. */
function runsIn(backend: Measuring["backend"], row: Row<NodeRow>) {
  const runs = runsOf(backend, row);
  return { first: runs[0], runs: inOrder(runs) };
}

async function dynamicParts(
  { backend, measure, depth }: Measuring,
  row: Row<NodeRow>,
): Promise<readonly Span[]> {
  const { first, runs } = runsIn(backend, row);
  if (first === undefined) return setup(row);
  const last = runs.at(-1)?.closure.updatedAt;
  const front = [
    operation(row.closure.createdAt, first.closure.createdAt, "NODE_SETUP"),
    ...attemptSpans(runs, depth),
  ];
  const nodes = childrenOf(backend, row);
  if (nodes.size === 0) return [...front, ...operationUnlessBack(last, row.closure.updatedAt, "NODE_RESET")];
  const graph = row.dynamicUri === undefined ? undefined : await dynamicGraph(backend.store, row.dynamicUri);
  return [
    ...front,
    operation(last, nodes.get("start-node")?.closure.updatedAt, "NODE_RESET"),
    ...(await measure.nodes(backend, { nodes, graph }, depth)),
    ...operationUnlessBack(
      lastBefore("end-node", graph, nodes)?.closure.updatedAt,
      row.closure.updatedAt,
      "NODE_TEARDOWN",
    ),
  ];
}

async function subWorkflowParts(
  { backend, measure, depth }: Measuring,
  row: Row<NodeRow>,
  id: Identifier,
): Promise<readonly Span[]> {
  const nodes = childrenOf(backend, row);
  if (nodes.size === 0) return setup(row);
  const graph = workflowOf(backend, id);
  return [
    operation(row.closure.createdAt, nodes.get("start-node")?.closure.updatedAt, "NODE_SETUP"),
    ...(await measure.nodes(backend, { nodes, graph }, depth)),
    ...operationUnlessBack(
      lastBefore("end-node", graph, nodes)?.closure.updatedAt,
      row.closure.updatedAt,
      "NODE_TEARDOWN",
    ),
  ];
}

async function branchParts(
  { backend, measure, depth }: Measuring,
  row: Row<NodeRow>,
  branch: BranchNode,
): Promise<readonly Span[]> {
  const children = [...childrenOf(backend, row).values()];
  const [child] = children;
  if (child === undefined) return setup(row);
  if (children.length !== 1)
    throw refused.internal(
      `invalid branch node execution: expected 1 but found ${children.length} node execution(s)`,
    );
  const id = child.metadata.specNodeId;
  const node = armsOf(branch).find((arm) => arm.id === id);
  if (node === undefined)
    throw refused.internal(
      `failed to identify branch node final node definition for nodeID '${id}' and branchNode '${messageText(branch)}'`,
    );
  return [
    operation(row.closure.createdAt, child.closure.createdAt, "NODE_SETUP"),
    await measure.node(backend, { row: child, node }, depth),
    ...operationUnlessBack(child.closure.updatedAt, row.closure.updatedAt, "NODE_TEARDOWN"),
  ];
}

function armsOf({ ifElse }: BranchNode): readonly Node[] {
  const blocks = [ifElse?.case, ...(ifElse?.other ?? [])];
  const arms = blocks.flatMap((block) => (block?.thenNode === undefined ? [] : [block.thenNode]));
  return ifElse?.default?.$case === "elseNode" ? [...arms, ifElse.default.value] : arms;
}

function gateParts({ closure }: NodeRow): readonly Span[] {
  const { createdAt, startedAt, updatedAt, duration } = closure;
  if (startedAt === undefined) return [operation(createdAt, updatedAt, "NODE_SETUP")];
  const front = operation(createdAt, startedAt, "NODE_SETUP");
  if (duration === undefined) return [front, operation(startedAt, updatedAt, "NODE_IDLE")];
  const end = later(startedAt, nanosOf(duration));
  return [front, operation(startedAt, end, "NODE_IDLE"), operation(end, updatedAt, "NODE_TEARDOWN")];
}

async function planParts(
  { backend, measure, depth }: Measuring,
  row: Row<NodeRow>,
): Promise<readonly Span[]> {
  const { targetMetadata, createdAt, updatedAt } = row.closure;
  if (targetMetadata?.$case !== "workflowNodeMetadata") return setup(row);
  const execution = executionOf(backend.state, targetMetadata.value.executionId);
  return [
    operation(createdAt, execution.closure.createdAt, "NODE_SETUP"),
    await measure.execution(backend, execution, depth),
    ...operationUnlessBack(execution.closure.updatedAt, updatedAt, "NODE_TEARDOWN"),
  ];
}
