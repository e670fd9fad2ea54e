import type { Signal } from "@flytekit-ts/core/storage";
import type { ExecutedEntity, Execution, ExecutionStatus, NodeTree, Remote } from "@flytekit-ts/remote";
import type { GraphModel } from "../../graph/model/graph-model.js";
import type { NodeState, NodeStateName } from "../../graph/model/node-state.js";
import { LONE } from "../../graph/read/lone-template.js";
import { nodeAt, shownAt } from "../../graph/states/node-at.js";
import { skipUntaken } from "../../graph/states/skip-untaken.js";
import { errors } from "../../errors.js";
import { graphOfRegistered } from "./graph-of-registered.js";
import { withMadeGraphs } from "./made-graph.js";
import { hasFailed, STATES } from "./phase-states.js";
import { withoutAttempts } from "../../graph/states/without-attempts.js";

/**
 * The graph of what an execution runs, with how far each node has come: also those of executions that it started.
 *
 * @throws the errors of calls
 */
export async function graphWithStates(
  remote: Remote,
  execution: Execution,
  signal: Signal,
): Promise<GraphModel> {
  const status = await execution.status({ signal });
  const { entity } = status;
  const nodes = allNodes(await execution.nodes({ tasks: true, signal })).map((node) =>
    // A cluster makes a workflow of one node around a task, and names the node after it.
    entity?.kind === "task" ? { ...node, path: node.path.replace(/^[^/>@]+/, LONE) } : node,
  );
  if (entity === undefined)
    throw errors.USAGE_INVALID({
      command: "tsflyte graph",
      problem: `the cluster does not say what ${execution.id.name} runs`,
      advice: `\`tsflyte execution get ${execution.id.name}\` shows its nodes.`,
    });
  const declared = await graphOfRegistered(remote, await registered(remote, entity, signal), signal);
  const model = await withMadeGraphs(declared, nodes, { remote, signal });
  const states = statesOf(model, nodes);
  return { ...model, states, run: runOf(model, { execution, status, nodes }) };
}

// What runs is the workflow that a launch plan starts: paths begin inside it.
async function registered(remote: Remote, { kind, ...id }: ExecutedEntity, signal: Signal) {
  if (kind === "task") return await remote.task(id, { signal });
  const plan = await remote.launchPlan(id, { signal });
  const { workflowId } = plan.spec;
  return workflowId === undefined ? plan : await remote.workflow(workflowId, { signal });
}

function allNodes(nodes: readonly NodeTree[]): readonly NodeTree[] {
  const all = [...nodes];
  for (const node of all) all.push(...node.nodes);
  return all;
}

function statesOf(model: GraphModel, nodes: readonly NodeTree[]): { readonly [path: string]: NodeState } {
  const states = Object.create(null) as Record<string, NodeState>;
  for (const node of nodes) {
    const path = withoutAttempts(node.path);
    const kind = nodeAt(model, path)?.kind;
    const name = kind === undefined ? undefined : stateName(node, kind);
    if (name !== undefined) states[path] = stateOf(node, name);
  }
  skipUntaken(model, states);
  return states;
}

function stateName({ phase, cache }: NodeTree, kind: string): NodeStateName | undefined {
  const waits = kind === "approval" || kind === "input" || kind === "sleep";
  const state = STATES[phase];
  if (state === "running" && waits) return "waiting";
  return state === "succeeded" && cache === "HIT" ? "reused" : state;
}

function stateOf({ startedAt, duration, error, tasks = [] }: NodeTree, state: NodeStateName): NodeState {
  const last = tasks.at(-1);
  const items = new Map<string, number>();
  for (const { phase } of last?.items ?? []) {
    const name = STATES[phase] ?? "waiting";
    items.set(name, (items.get(name) ?? 0) + 1);
  }
  return {
    state,
    attempts: Math.max(1, tasks.length),
    startedAt: startedAt?.getTime(),
    duration,
    error: error && `[${error.code}] ${error.message}`,
    items: items.size === 0 ? undefined : Object.fromEntries(items),
  };
}

interface Ran {
  readonly execution: Execution;
  readonly status: ExecutionStatus;
  readonly nodes: readonly NodeTree[];
}

function runOf(model: GraphModel, { execution, status, nodes }: Ran): GraphModel["run"] {
  const { phase, startedAt, createdAt, duration, error } = status;
  const failed = nodes
    .filter((node) => hasFailed(node) && !node.nodes.some(hasFailed))
    .toSorted((a, b) => (a.updatedAt?.getTime() ?? 0) - (b.updatedAt?.getTime() ?? 0));
  const [first] = failed;
  return {
    id: execution.id.name,
    state: phase.toLowerCase().replaceAll("_", " "),
    startedAt: (startedAt ?? createdAt)?.getTime() ?? 0,
    duration,
    error: error && `[${error.code}] ${error.message}`,
    failed: first && shownAt(model, withoutAttempts(first.path)),
  };
}
