import type { Span } from "@flytekit-ts/models/core";
import { refused } from "../../serving/refusal.js";
import { messageText } from "../../texts/message-text.js";
import { executionKey, type ExecutionRow, type NodeRow } from "../tables.js";
import { nanosOf } from "../times.js";
import { lastBefore, nodesOf, workflowOf } from "./graph-nodes.js";
import type { ExecutionBackend } from "../backend.js";
import type { Graph, Measure, NodeRan } from "./measured.js";
import { nodeParts } from "./node-parts.js";
import { operation, operationUnlessBack, spanOf } from "./spans.js";

/** Measures executions: their nodes, the tasks of these, and what lies between. */
export const measure: Measure = { execution: executionSpan, nodes: nodeSpans, node: nodeSpan };

async function executionSpan(backend: ExecutionBackend, row: ExecutionRow, depth: number): Promise<Span> {
  const { id, closure } = row;
  const spans = depth === 0 ? [] : await graphOfExecution(backend, row, depth);
  return spanOf(closure, { $case: "workflowId", value: id }, spans);
}

async function graphOfExecution(
  backend: ExecutionBackend,
  { id, closure }: ExecutionRow,
  depth: number,
): Promise<readonly Span[]> {
  const { createdAt, updatedAt } = closure;
  const workflow = workflowOf(backend, closure.workflowId);
  const nodes = nodesOf(
    backend,
    (row) => row.parentRow === undefined && row.parentTaskRow === undefined,
    executionKey(id),
  );
  const started = nodes.get("start-node")?.closure.updatedAt;
  if (started === undefined) return [operation(createdAt, updatedAt, "WORKFLOW_SETUP")];
  const last = lastBefore("end-node", workflow, nodes);
  return [
    operation(createdAt, started, "WORKFLOW_SETUP"),
    ...(await nodeSpans(backend, { nodes, graph: workflow }, depth - 1)),
    ...operationUnlessBack(last?.closure.updatedAt, updatedAt, "WORKFLOW_TEARDOWN"),
  ];
}

/** In the order in which they were created. @throws Refusal INTERNAL for a node that the graph lacks */
async function nodeSpans(
  backend: ExecutionBackend,
  { nodes, graph }: Graph,
  depth: number,
): Promise<readonly Span[]> {
  const time = ({ closure: { createdAt } }: NodeRow) => (createdAt === undefined ? 0n : nanosOf(createdAt));
  const inOrder = [...nodes.values()].toSorted((one, other) => Number(time(one) - time(other)));
  const template = graph?.primary?.template;
  const spans: Span[] = [];
  for (const row of inOrder) {
    const id = row.metadata.specNodeId;
    if (id === "start-node" || id === "end-node") continue;
    const node = template?.nodes.find((each) => each.id === id);
    if (node === undefined)
      throw refused.internal(
        `failed to discover workflow node '${id}' in workflow '${messageText(template?.id)}'`,
      );
    const span = await nodeSpan(backend, { row, node }, depth);
    const last = lastBefore(id, graph, nodes);
    const transition = last && operation(last.closure.updatedAt, row.closure.createdAt, "NODE_TRANSITION");
    spans.push({ ...span, spans: transition === undefined ? span.spans : [transition, ...span.spans] });
  }
  return spans;
}

async function nodeSpan(backend: ExecutionBackend, { row, node }: NodeRan, depth: number): Promise<Span> {
  const spans = depth === 0 ? [] : await nodeParts({ backend, measure, depth: depth - 1 }, { row, node });
  return spanOf(row.closure, { $case: "nodeId", value: row.id }, spans);
}
