import { describeEntity, type Entity, type Node } from "@flytekit-ts/core/graph";
import { SimpleType } from "@flytekit-ts/core/literals";
import { simpleType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";
import { isSameMessage } from "../backend-rules/parts/is-same-message.js";
import * as errors from "../errors.js";
import type { GateEntity } from "../gate/gate-entity.js";
import { type Graph, graphOf } from "../graph/graph.js";
import { type Problem, toProblem } from "../problem/problem.js";
import { isWorkflow, type WorkflowEntity } from "../trace/workflow-entity.js";

/** What a gate waits for. */
interface Signal {
  readonly type: idl.LiteralType | undefined;
  /** The gate, or the workflow that it is in, in words. */
  readonly use: string;
}

type Signals = ReadonlyMap<string, Signal>;

/**
 * Gates of one execution that share a name.
 *
 * Flyte finds an answer by the execution and the name, and sub-workflows run in the execution of their parent. Arms of
 * one conditional may share a name, since only one of them runs.
 */
export function gateProblems(graph: Graph): readonly Problem[] {
  const { nodes, failureNode, ids, workflow } = graph;
  const seen = new Map<string, Signal>();
  const walked = [
    ...nodes.map((node, index) => ({ node, id: ids[index] ?? "" })),
    ...(failureNode === undefined ? [] : [failureNode]),
  ];
  return walked.flatMap(({ node, id: nodeId }) => {
    const { place, entity } = node;
    return [...signalsOf(entity)].flatMap(([gate, signal]) => {
      const first = seen.get(gate);
      seen.set(gate, first ?? signal);
      if (first === undefined) return [];
      const isClash = !isSameMessage(first.type, signal.type);
      const uses = [first.use, signal.use];
      const error = errors.GATE_NAME_TWICE({ workflow: workflow.name, gate, uses, isClash });
      return [toProblem(error, { ...(isClash ? {} : { severity: "warning" }), nodeId, place })];
    });
  });
}

const NONE: Signals = new Map();

/** The signals that a call of an entity waits for. */
function signalsOf(entity: Entity): Signals {
  if (isGate(entity)) return signalOf(entity);
  if (isBranch(entity)) return merged(armNodesOf(entity));
  if (!isWorkflow(entity)) return NONE;
  const use = `one in ${describeEntity(entity)}`;
  return new Map([...signalsInside(entity)].map(([gate, { type }]) => [gate, { type, use }]));
}

// Kept, because a workflow is looked at once for each workflow that calls it.
const known = new WeakMap<Graph, Signals>();

function signalsInside(workflow: WorkflowEntity): Signals {
  const graph = graphOf(workflow);
  const before = known.get(graph);
  if (before !== undefined) return before;
  // A workflow that contains itself, which is another fault, would be looked at for ever.
  known.set(graph, NONE);
  const { nodes, failureNode } = graph;
  const signals = merged([...nodes, ...(failureNode === undefined ? [] : [failureNode.node])]);
  known.set(graph, signals);
  return signals;
}

function merged(nodes: readonly Node[]): Signals {
  return new Map(nodes.flatMap(({ entity }) => [...signalsOf(entity)]));
}

function isGate(entity: Entity): entity is GateEntity {
  return entity.kind === "gate";
}

const APPROVAL = simpleType(SimpleType.BOOLEAN);

function signalOf({ condition, words, name: use }: GateEntity): Signals {
  if (condition.$case === "sleep") return NONE;
  const type = condition.$case === "approve" ? APPROVAL : condition.value.type;
  // A gate without a name is a fault of its own.
  if (condition.value.signalId === "") return NONE;
  return new Map([[condition.value.signalId, { type, use: words ?? use }]]);
}
