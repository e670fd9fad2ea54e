import type { OutsideNode, OutsideRun, OutsideState } from "@flytekit-ts/local-exec/journal";
import type { Execution } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { lookAt } from "../watching/look/look-at.js";
import { walkNodes } from "../watching/look/walk-nodes.js";
import type { ExecutionId } from "../watching/state/execution-id.js";
import type { NodeState } from "../watching/state/node-state.js";
import { type ExecutionPhase, executionPhase, isLast, type NodePhase } from "../watching/state/phases.js";
import { toDate, toMilliseconds } from "../watching/state/times.js";
import { ClusterGraph, entityOf } from "./cluster-graph.js";
import { type ExecutedMap, itemOf } from "./cluster-items.js";
import { localPaths, pathsAround } from "./local-paths.js";
import { type Fetching, type FetchedValues, nodeValues } from "./node-values.js";

/** An execution of a cluster as `recordRun` takes it, and where it failed. */
export interface ClusterRun extends OutsideRun {
  /** The paths of the nodes that failed by themselves, and not by what is inside. */
  readonly failed: readonly string[];
}

/** Reads an execution: all its nodes at once, and the values of a node when it is asked for. */
export async function clusterRun(id: ExecutionId, fetching: Fetching): Promise<ClusterRun> {
  const { connection, signal } = fetching;
  const look = lookAt(connection, async (call) => call(), signal);
  const execution = await look.execution(id);
  const found: NodeState[] = [];
  await walkNodes(look, id, (_level, nodes) => {
    found.push(...nodes);
  });
  const isSingleTask = execution.spec?.launchPlan?.resourceType === TASK;
  const states = localPaths(found, isSingleTask);
  const graph = new ClusterGraph(connection, signal);
  // That of a single task was made by flyteadmin, and calls its node otherwise.
  if (!isSingleTask) graph.begin(execution.closure?.workflowId);
  const nodes = new NodesOfRun({ id, fetching, states, graph, isOver: isLast(phaseOf(execution)) });
  return {
    ...(await wholeOf(execution, id, fetching)),
    node: async (path) => nodes.at(path),
    paths: () => states.keys(),
    failed: nodes.failed,
  };
}

const TASK = 1;

async function wholeOf(
  execution: Execution,
  id: ExecutionId,
  fetching: Fetching,
): Promise<Omit<OutsideRun, "node" | "paths">> {
  const { connection, signal } = fetching;
  const data = await connection.admin.getExecutionData({ id }, { signal });
  const { literals: inputs = new Map<string, idl.Literal>() } = await nodeValues(
    data.fullInputs,
    data.inputs,
    fetching,
  );
  const { literals: outputs = new Map<string, idl.Literal>() } = await nodeValues(
    data.fullOutputs,
    data.outputs,
    fetching,
  );
  const { closure } = execution;
  const result = closure?.outputResult;
  const { project, domain, name } = id;
  const phase = phaseOf(execution);
  return {
    origin: `${project}/${domain}/${name} at ${connection.config.endpoint}`,
    state: phase === "SUCCEEDED" ? "succeeded" : isLast(phase) ? "failed" : "unfinished",
    startedAt: (toDate(closure?.startedAt) ?? toDate(closure?.createdAt))?.getTime() ?? 0,
    duration: toMilliseconds(closure?.duration) ?? 0,
    inputs,
    outputs,
    error: result?.$case === "error" ? result.value : { code: phase, message: `the execution was ${phase}` },
  };
}

function phaseOf({ closure }: Execution): ExecutionPhase {
  return executionPhase(closure?.phase ?? 0);
}

interface Nodes {
  readonly id: ExecutionId;
  readonly fetching: Fetching;
  readonly states: ReadonlyMap<string, NodeState>;
  readonly graph: ClusterGraph;
  /** Whether the execution has ended, so that what still fails has failed. */
  readonly isOver: boolean;
}

class NodesOfRun {
  readonly #nodes: Nodes;
  readonly #maps = new Map<string, Promise<ExecutedMap>>();
  #signals: Promise<ReadonlyMap<string, idl.Literal>> | undefined;

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
  }

  get failed(): readonly string[] {
    const paths = [...this.#nodes.states]
      .filter(([, { phase }]) => this.#stateOf(phase) === "failed")
      .map(([path]) => path);
    const around = new Set(paths.flatMap(pathsAround));
    return paths.filter((path) => !around.has(path));
  }

  async at(path: string): Promise<OutsideNode | undefined> {
    const state = this.#nodes.states.get(path);
    if (state !== undefined) return this.#read(path, state);
    const [, outer = "", index] = /^(.*)\/n(\d+)$/.exec(path) ?? [];
    const map = this.#nodes.states.get(outer);
    if (map?.isArray !== true) return undefined;
    const known = this.#maps.get(outer) ?? this.#map(outer, map);
    this.#maps.set(outer, known);
    return itemOf(await known, Number(index));
  }

  async #map(path: string, state: NodeState): Promise<ExecutedMap> {
    const { connection, signal } = this.#nodes.fetching;
    const [map, tasks] = await Promise.all([
      this.#read(path, state),
      lookAt(connection, async (call) => call(), signal).tasks(state),
    ]);
    return { map: map ?? { state: "unfinished", startedAt: 0, duration: 0, attempt: 0 }, task: tasks.at(-1) };
  }

  async #read(path: string, state: NodeState): Promise<OutsideNode | undefined> {
    const outcome = this.#stateOf(state.phase);
    if (outcome === undefined) return undefined;
    const { connection, signal } = this.#nodes.fetching;
    const id = { nodeId: state.id, executionId: state.execution };
    const look = lookAt(connection, async (call) => call(), signal);
    const [data, node, { error }] = await Promise.all([
      connection.admin.getNodeExecutionData({ id }, { signal }),
      this.#registered(path, state),
      look.whole(state),
    ]);
    const inputs = await nodeValues(data.fullInputs, data.inputs, this.#nodes.fetching);
    const outputs =
      outcome === "succeeded"
        ? await this.#outputs(await nodeValues(data.fullOutputs, data.outputs, this.#nodes.fetching), node)
        : {};
    return {
      state: outcome,
      startedAt: (state.startedAt ?? state.updatedAt)?.getTime() ?? 0,
      duration: state.duration ?? 0,
      attempt: outcome === "failed" ? await this.#attemptOf(state) : 0,
      error,
      entity: entityOf(node),
      inputs: inputs.literals,
      outputs: outputs.literals,
      outputsMissing: outputs.problem,
      execution: state.child?.name,
    };
  }

  async #attemptOf(state: NodeState): Promise<number> {
    const { connection, signal } = this.#nodes.fetching;
    const tasks = await lookAt(connection, async (call) => call(), signal).tasks(state);
    return tasks.at(-1)?.attempt ?? 0;
  }

  async #registered(path: string, { path: own }: NodeState): Promise<idl.Node | undefined> {
    const { states, graph } = this.#nodes;
    const around = pathsAround(path).flatMap((each) => states.get(each) ?? []);
    return graph.nodeAt(around, own.slice(Math.max(own.lastIndexOf("/"), own.lastIndexOf(">")) + 1));
  }

  /** The value of a gate's signal is kept with the execution, where the engine has not told it as an output. */
  async #outputs(known: FetchedValues, node: idl.Node | undefined): Promise<FetchedValues> {
    const condition = node?.target?.$case === "gateNode" ? node.target.value.condition : undefined;
    if (known.literals !== undefined || condition?.$case !== "signal") return known;
    const { signalId, outputVariableName } = condition.value;
    const value = (await (this.#signals ??= this.#readSignals())).get(signalId);
    return value === undefined ? known : { literals: new Map([[outputVariableName, value]]) };
  }

  async #readSignals(): Promise<ReadonlyMap<string, idl.Literal>> {
    const { id, fetching } = this.#nodes;
    const request = { workflowExecutionId: id, limit: 1000 };
    const { signals } = await fetching.connection.signals.listSignals(request, { signal: fetching.signal });
    return new Map(
      signals.flatMap(({ id: signal, value }) =>
        signal && value ? [[signal.signalId, value] as const] : [],
      ),
    );
  }

  #stateOf(phase: NodePhase): OutsideState | undefined {
    if (phase === "SUCCEEDED" || phase === "RECOVERED") return "succeeded";
    if (phase === "FAILED" || phase === "TIMED_OUT") return "failed";
    if (phase === "FAILING") return this.#nodes.isOver ? "failed" : "unfinished";
    return phase === "SKIPPED" || phase === "UNDEFINED" ? undefined : "unfinished";
  }
}
