import type * as idl from "@flytekit-ts/models/core";
import { armsOf } from "../registry/hydrate.js";
import { type Failure, NodeFailure, userFailure } from "../values/failure.js";
import { errorLiteral } from "../values/literals.js";
import { resolveBindings } from "./resolve-bindings.js";
import type { Outcome } from "./outcome.js";
import type { Recursion, Scope } from "./scope.js";
import { upstreamOf } from "./upstream-of.js";

/**
 * Run a graph: every node when those before it have ended, then the outputs, or the failure handler.
 *
 * @throws `NodeFailure`: of the node that failed first, or of the handler; the reason of the signal, where that ended it
 */
export const runGraph: Recursion["graph"] = async (execution, parts, around, signal) => {
  const { nodes, outputs, failureNode, own, inputs, entities } = parts;
  assertAcyclic(nodes);
  const abort = new AbortController();
  const scope: Scope = {
    execution,
    entities,
    own,
    inputs,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    around,
    abort,
    signal: AbortSignal.any([signal, abort.signal]),
    outcomes: new Map(),
    failures: [],
  };
  const { onGraph } = execution.options.hooks;
  onGraph?.({ around, inputs, outputs: undefined });
  for (const node of nodes) scope.outcomes.set(node.id, runTopNode(scope, node));
  await Promise.all(scope.outcomes.values());
  signal.throwIfAborted();
  const failure = await execution.options.rules.failureOf(scope);
  if (failure === undefined) {
    const given = await resolveBindings(scope, outputs, "end-node");
    onGraph?.({ around, inputs, outputs: given });
    return given;
  }
  if (failureNode === undefined) throw new NodeFailure(failure);
  return handle({ ...scope, signal }, failureNode, failure);
};

// Waits one turn, so that all nodes are known before the first looks for another.
async function runTopNode(scope: Scope, node: idl.Node): Promise<Outcome> {
  await Promise.resolve();
  const { execution, own, abort, failures, around } = scope;
  const outcome = await execution.run.node(scope, node, around);
  if (outcome.phase !== "FAILED") return outcome;
  failures.push(outcome.failure);
  if (execution.options.rules.endsOthers(execution.policy, own))
    abort.abort(new NodeFailure(outcome.failure));
  return outcome;
}

/** Run the failure handler; the graph stays failed, with the handler's own failure if it has one. */
async function handle(scope: Scope, node: idl.Node, failure: Failure): Promise<never> {
  const { run } = scope.execution;
  const outcome = await run.node(withError(scope, node, failure.message), alone(node), scope.around);
  scope.signal.throwIfAborted();
  throw new NodeFailure(outcome.phase === "FAILED" ? outcome.failure : failure);
}

// A handler knows the inputs of its workflow and nothing else.
function alone(node: idl.Node): idl.Node {
  return { ...node, upstreamNodeIds: [] };
}

/** An input named `err` is replaced by what failed. */
function withError(scope: Scope, { id, inputs }: idl.Node, message: string): Scope {
  const bare = { ...scope, outcomes: new Map<string, Promise<Outcome>>() };
  if (!inputs.some(({ var: name }) => name === "err")) return bare;
  return { ...bare, error: { node: id, literal: errorLiteral(message, id) } };
}

function assertAcyclic(nodes: readonly idl.Node[]): void {
  // What an arm waits for its branch waits for, too.
  const needed = (node: idl.Node): readonly string[] => [
    ...upstreamOf(node),
    ...(node.target?.$case === "branchNode" ? armsOf(node.target.value).flatMap(needed) : []),
  ];
  const before = new Map(nodes.map((node) => [node.id, needed(node)]));
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (id: string): void => {
    if (done.has(id)) return;
    if (open.has(id)) throw userFailure("CycleDetected", `a cycle was detected at node ${id}`);
    open.add(id);
    for (const each of before.get(id) ?? []) visit(each);
    open.delete(id);
    done.add(id);
  };
  for (const id of before.keys()) visit(id);
}
