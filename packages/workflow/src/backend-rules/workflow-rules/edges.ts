import * as errors from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { NO_PROBLEMS, type Problem, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { few } from "../parts/few.js";
import { cyclesOf, reachableFrom, type Successors } from "../scopes/cycles-of.js";
import { armGraph, nodeGraph, upstreamOf } from "../scopes/node-graph.js";
import type { Scope } from "../scopes/scope.js";
import { END, START } from "../sites/site.js";
import type { WorkflowRule } from "./rule.js";

/**
 * Nodes wait only for nodes that exist, and never for each other.
 *
 * As its last step Flyte's compiler checks that all nodes can be reached from the start without a cycle. It refuses
 * a node that waits for an unknown node only if no other path leads to the node. It ignores what the arms of
 * conditionals wait for: a conditional whose arm never gets its inputs waits forever.
 */
export const edges: WorkflowRule = (scope) => {
  if (isInOrder(scope)) return NO_PROBLEMS;
  const after = nodeGraph(scope);
  const reached = reachableFrom(START, after);
  return [
    ...cycles(scope, after, reached),
    ...unknownUpstreams(scope, reached),
    ...unreachable(scope, reached),
  ];
};

/**
 * Whether each node waits only for nodes that are listed before it. Then all nodes can be reached, and there is no
 * cycle. Most workflows are like that, and this is far cheaper than their graph. Arms and the like are left to the
 * graph.
 */
function isInOrder({ nodes, links, typed }: Scope): boolean {
  if (typed.size > 0) return false;
  for (const [{ kind, position, node }, { sources }] of links) {
    if (kind !== "node") return false;
    const isBefore = (id: string): boolean =>
      id === "" || id === START || (nodes.get(id)?.position ?? Number.POSITIVE_INFINITY) < position;
    if (!node.upstreamNodeIds.every(isBefore) || !sources.every(isBefore)) return false;
  }
  return true;
}

type Ids = ReadonlySet<string>;

function cycles(scope: Scope, after: Successors<string>, reached: Ids): readonly Problem[] {
  const paths = cyclePaths(scope, after);
  const inCycle = new Set(paths.flat());
  return [
    ...paths.map((path) => {
      const [first = ""] = path;
      return cyclic(scope, path, reached.has(first) ? "CycleDetected" : "UnreachableNodes");
    }),
    ...armCyclePaths(scope, after)
      .filter((path) => !path.some((id) => inCycle.has(id)))
      .map((path) => cyclic(scope, path)),
  ];
}

function armCyclePaths(scope: Scope, after: Successors<string>): readonly (readonly string[])[] {
  const arms = armGraph(scope);
  if (arms.size === 0) return [];
  const both = [...after].map(([id, others]) => [id, [...others, ...(arms.get(id) ?? [])]] as const);
  return cyclePaths(scope, new Map(both));
}

function cyclic(scope: Scope, path: readonly string[], backendCode?: BackendCode): Problem {
  const { nodes, workflow, names } = scope;
  // The reported path begins with the node that is listed first.
  const positionOf = (id: string): number => nodes.get(id)?.position ?? Number.POSITIVE_INFINITY;
  const nodeId = path.reduce((first, id) => (positionOf(id) < positionOf(first) ? id : first));
  const start = path.indexOf(nodeId);
  const around = [...path.slice(start), ...path.slice(1, start + 1)];
  const words = around.map((id) => names.wordsOf?.(workflow, id) ?? id);
  return toProblem(errors.WORKFLOW_CYCLIC({ workflow, path: few(words) }), { nodeId, backendCode });
}

// Most workflows list each node after the nodes that it waits for, so they have no cycles and need no search.
function cyclePaths({ nodes }: Scope, after: Successors<string>): readonly (readonly string[])[] {
  const positionOf = (id: string): number =>
    nodes.get(id)?.position ?? (id === END ? Number.POSITIVE_INFINITY : -1);
  for (const [id, others] of after) {
    const position = positionOf(id);
    if (others.some((other) => positionOf(other) <= position)) return cyclesOf(after);
  }
  return [];
}

function unknownUpstreams(scope: Scope, reached: Ids): readonly Problem[] {
  const { links, nodes, workflow } = scope;
  return [...nodes].flatMap(([nodeId, site]): readonly Problem[] => {
    const unknown = links.has(site) ? site.node.upstreamNodeIds.filter((id) => !isNode(id, scope)) : [];
    if (unknown.length === 0) return NO_PROBLEMS;
    const backendCode = reached.has(nodeId) ? undefined : "UnreachableNodes";
    return [...new Set(unknown)].map((upstream) => {
      const params = { at: describeNode(nodeId, scope.names), upstream, workflow };
      return toProblem(errors.UPSTREAM_UNKNOWN(params), { nodeId, backendCode });
    });
  });
}

// Of a chain of unreachable nodes only the first is reported, which waits for no node, and only if it has no other
// fault.
function unreachable(scope: Scope, reached: Ids): readonly Problem[] {
  const { links, nodes } = scope;
  const first = [...nodes].filter(
    ([id, site]) =>
      !reached.has(id) && links.get(site)?.faults.length === 0 && upstreamOf(site, scope).length === 0,
  );
  return first.map(([nodeId]) =>
    toProblem(errors.NODE_UNREACHABLE({ at: describeNode(nodeId, scope.names) }), {
      nodeId,
      backendCode: "UnreachableNodes",
    }),
  );
}

function isNode(id: string, { nodes }: Scope): boolean {
  return id === "" || id === START || id === END || nodes.has(id);
}
