import {
  BARE_OUTPUT,
  type BindingData,
  describeEntity,
  describeTarget,
  type Node,
  type NodeKey,
  type Place,
  promisesOf,
  type PromiseTarget,
} from "@flytekit-ts/core/graph";
import { isBranch } from "../conditional/branch-entity.js";
import { targetsIn } from "../conditional/targets-in.js";
import * as errors from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { NO_PROBLEMS, type Problem, toProblem } from "../problem/problem.js";

/** Promises of another body or of an arm: their nodes are not in this graph. */
export function promiseProblems(graph: Graph): readonly Problem[] {
  const { outputs, workflow } = graph;
  const ofNodes = walkGraph(graph).flatMap(({ node, nodeId }) =>
    isAtHome(node, graph) ? NO_PROBLEMS : strangersOf(node, graph, nodeId),
  );
  const ofOutputs = outputs.flatMap(({ var: name, binding }) => {
    return foreign([...promisesOf(binding)], graph, {
      at: name === BARE_OUTPUT ? `The output of ${workflow.name}` : `${workflow.name}.${name}`,
      place: workflow.definedAt,
    });
  });
  return [...ofNodes, ...ofOutputs];
}

/** Whether a node uses only promises of its own graph. This is faster than collecting the foreign ones. */
function isAtHome(node: Node, { start: { trace } }: Graph): boolean {
  return (
    node.bindings.every(({ binding }) => isFrom(binding, trace)) &&
    node.after.every((key) => key.trace === trace) &&
    questionsOf(node).every(({ targets }) => targets.every((target) => target.node.trace === trace))
  );
}

function isFrom(data: BindingData, trace: NodeKey["trace"]): boolean {
  if (data.kind === "promise") return data.target.node.trace === trace;
  if (data.kind === "list") return data.items.every((item) => isFrom(item, trace));
  return data.kind === "constant" || [...data.entries.values()].every((item) => isFrom(item, trace));
}

function strangersOf(node: Node, graph: Graph, nodeId: string): readonly Problem[] {
  return [
    ...node.bindings.flatMap(({ var: name, binding }) => {
      const use = { at: describeInput(node, name), place: node.place, nodeId };
      return foreign([...promisesOf(binding)], graph, use);
    }),
    ...questionsOf(node).flatMap(({ targets, place }) =>
      foreign(targets, graph, { at: `Conditional ${node.entity.name}`, place, nodeId }),
    ),
    ...foreignAfter(node, graph, nodeId),
  ];
}

// The author never wrote the names of the inputs of conditionals and gates, so these are left out.
function describeInput({ entity }: Node, name: string): string {
  const words = describeEntity(entity);
  return isBranch(entity) || entity.kind === "gate" ? words : `${words}.${name}`;
}

interface Question {
  readonly targets: readonly PromiseTarget[];
  readonly place: Place;
}

function questionsOf({ entity }: Node): readonly Question[] {
  if (!isBranch(entity)) return [];
  return entity.arms.map(({ condition, place }) => ({ targets: targetsIn(condition), place }));
}

interface Use {
  readonly at: string;
  readonly place: Place;
  readonly nodeId?: string;
}

function foreign(
  targets: readonly PromiseTarget[],
  graph: Graph,
  { at, place, nodeId }: Use,
): readonly Problem[] {
  const strangers = targets.filter(({ node }) => node.trace !== graph.start.trace);
  return strangers.map((target) => {
    const owner = target.node.trace;
    const params = { at, promise: describeTarget(target), workflow: graph.workflow.name, owner };
    return toProblem(errors.PROMISE_OUT_OF_PLACE(params), { nodeId, place });
  });
}

function foreignAfter(node: Node, graph: Graph, nodeId: string): readonly Problem[] {
  const strangers = node.after.filter(({ trace }) => trace !== graph.start.trace);
  return strangers.map(({ entity, trace: owner }) => {
    const at = `The call of ${describeEntity(node.entity)}`;
    const params = { at, promise: `the result of ${entity}`, workflow: graph.workflow.name, owner };
    const error = errors.PROMISE_OUT_OF_PLACE({ ...params, isOrder: true });
    return toProblem(error, { nodeId, place: node.place });
  });
}
