import {
  describeTarget,
  type Node,
  type Place,
  promisesOf,
  type PromiseTarget,
} from "@flytekit-ts/core/plugin";
import type { Graph } from "../compile/graph.js";
import { errors } from "../errors.js";
import { type Problem, toProblem } from "./problem.js";

/** Every problem of one workflow that its graph shows, whatever it is compiled for. */
export function checkGraph(graph: Graph): readonly Problem[] {
  return [emptyProblems, idProblems, promiseProblems, conditionProblems, cacheProblems].flatMap((check) =>
    check(graph),
  );
}

function emptyProblems({ nodes, workflow }: Graph): readonly Problem[] {
  if (nodes.length > 0) return [];
  return [toProblem(errors.WORKFLOW_EMPTY({ workflow: workflow.name }), { place: workflow.definedAt })];
}

// Ids that the backend uses for nodes of its own.
const RESERVED: ReadonlySet<string> = new Set(["start-node", "end-node", "efn", "fn0"]);

function idProblems({ nodes, ids, workflow }: Graph): readonly Problem[] {
  const seen = new Map<string, Node>();
  return nodes.flatMap((node, index) => {
    const id = ids[index] ?? "";
    const context = { nodeId: id, place: node.place };
    if (id === "" || RESERVED.has(id)) {
      const problem = id === "" ? "nothing of it is left once it is DNS-safe" : "Flyte keeps it for itself";
      const params = { id: node.settings.id ?? id, node: node.entity.name, problem };
      return [toProblem(errors.NODE_ID_INVALID(params), context)];
    }
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, node);
      return [];
    }
    // An automatic id gives way: what its author can change is the id that was asked for.
    const { place } = node.settings.id === undefined ? first : node;
    return [toProblem(errors.NODE_ID_TWICE({ id, workflow: workflow.name }), { nodeId: id, place })];
  });
}

/** A promise that was carried out of one body into another points at a node that is not here. */
function promiseProblems(graph: Graph): readonly Problem[] {
  const { nodes, outputs, workflow, ids } = graph;
  const ofNodes = nodes.flatMap((node, index) => [
    ...node.bindings.flatMap((binding) => {
      const at = `${node.entity.name}.${binding.var}`;
      return foreign([...promisesOf(binding.binding)], graph, { at, place: node.place, nodeId: ids[index] });
    }),
    ...foreignAfter(node, graph, ids[index]),
  ]);
  const ofOutputs = outputs.flatMap((binding) => {
    const at = `${workflow.name}.${binding.var}`;
    return foreign([...promisesOf(binding.binding)], graph, { at, place: workflow.definedAt });
  });
  return [...ofNodes, ...ofOutputs];
}

interface Use {
  readonly at: string;
  readonly place: Place;
  readonly nodeId?: string | undefined;
}

function foreign(
  targets: readonly PromiseTarget[],
  graph: Graph,
  { at, place, nodeId }: Use,
): readonly Problem[] {
  const strangers = targets.filter(({ node }) => node.trace !== graph.start.trace);
  return strangers.map((target) => {
    const params = { at, promise: describeTarget(target), workflow: graph.workflow.name };
    return toProblem(errors.PROMISE_OUT_OF_PLACE(params), { nodeId, place });
  });
}

function foreignAfter(node: Node, graph: Graph, nodeId: string | undefined): readonly Problem[] {
  const strangers = node.after.filter(({ trace }) => trace !== graph.start.trace);
  return strangers.map(({ entity }) => {
    const params = {
      at: `The call of ${node.entity.name}`,
      promise: `the result of ${entity}`,
      workflow: graph.workflow.name,
    };
    return toProblem(errors.PROMISE_OUT_OF_PLACE(params), { nodeId, place: node.place });
  });
}

function conditionProblems({ unusedConditions, workflow }: Graph): readonly Problem[] {
  return unusedConditions.map(({ place }) =>
    toProblem(errors.CONDITION_UNUSED({ workflow: workflow.name }), { place }),
  );
}

function cacheProblems({ nodes, ids }: Graph): readonly Problem[] {
  return nodes.flatMap((node, index) => {
    if (node.settings.cache === undefined) return [];
    const error = errors.CACHE_OVERRIDE_IGNORED({ entity: node.entity.name });
    return [toProblem(error, { severity: "warning", nodeId: ids[index], place: node.place })];
  });
}
