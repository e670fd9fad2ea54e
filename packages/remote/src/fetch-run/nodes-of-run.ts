import type { ExecutionId } from "@flytekit-ts/core";
import type { OutsideNode, OutsideState } from "@flytekit-ts/local-exec/journal";
import type * as idl from "@flytekit-ts/models/core";
import { lookAt } from "../watching/look/look-at.js";
import type { NodeState } from "../watching/state/node-state.js";
import type { NodePhase } from "../watching/state/phases.js";
import { type ClusterGraph, entityOf } from "./cluster-graph.js";
import { type ExecutedMap, itemOf } from "./cluster-items.js";
import { pathsAround } from "./local-paths.js";
import { ReadAhead } from "./read-ahead.js";
import { type FetchedValues, type Fetching, nodeValues } from "./node-values.js";

/** The nodes of an execution. */
export interface Nodes {
  readonly id: ExecutionId;
  readonly fetching: Fetching;
  readonly states: ReadonlyMap<string, NodeState>;
  readonly graph: ClusterGraph;
  /** Whether the execution has ended, so that what still fails has failed. */
  readonly isOver: boolean;
}

/** The nodes of an execution as `recordRun` takes them, each read when it is asked for. */
export class NodesOfRun {
  readonly #nodes: Nodes;
  readonly #maps = new Map<string, Promise<ExecutedMap>>();
  readonly #ahead: ReadAhead<OutsideNode | undefined>;
  #signals: Promise<ReadonlyMap<string, idl.Literal>> | undefined;

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
    const { states } = nodes;
    this.#ahead = new ReadAhead([...states.keys()], async (path) => {
      const state = states.get(path);
      return state === undefined ? undefined : this.#read(path, state);
    });
  }

  /** The paths of the nodes and items that failed by themselves, and not by what is inside. */
  async failed(): Promise<readonly string[]> {
    const { states } = this.#nodes;
    const paths = [...states.keys()].filter((path) => this.#stateOf(states.get(path)?.phase) === "failed");
    const around = new Set(paths.flatMap(pathsAround));
    const inner = paths.filter((path) => !around.has(path));
    return (await Promise.all(inner.map(async (path) => this.#itemsOr(path)))).flat();
  }

  // A map fails by its items, which are no nodes.
  async #itemsOr(path: string): Promise<readonly string[]> {
    const state = this.#nodes.states.get(path);
    if (state?.isArray !== true) return [path];
    const { task } = await this.#mapAt(path, state);
    const items = (task?.items ?? []).filter(
      ({ phase }) => phase === "FAILED" || phase === "RETRYABLE_FAILED",
    );
    return items.length === 0 ? [path] : items.map(({ index }) => `${path}/n${index}`);
  }

  /** The node or item at a path, if it was reached. */
  async at(path: string): Promise<OutsideNode | undefined> {
    if (this.#nodes.states.has(path)) return this.#ahead.get(path);
    const [, outer = "", index] = /^(.*)\/n(\d+)$/.exec(path) ?? [];
    const map = this.#nodes.states.get(outer);
    if (map?.isArray !== true) return undefined;
    return itemOf(await this.#mapAt(outer, map), Number(index));
  }

  async #mapAt(path: string, state: NodeState): Promise<ExecutedMap> {
    const known = this.#maps.get(path) ?? this.#map(path, state);
    this.#maps.set(path, known);
    return known;
  }

  async #map(path: string, state: NodeState): Promise<ExecutedMap> {
    const { fetching } = this.#nodes;
    const { connection, signal } = fetching;
    const id = { nodeId: state.id, executionId: state.execution };
    const [map, tasks, { inputUri }] = await Promise.all([
      this.#read(path, state),
      lookAt(connection, async (call) => call(), signal).tasks(state),
      connection.admin.getNodeExecution({ id }, { signal }),
    ]);
    // The engine's own layout, which no call tells.
    const [, folder] = /^(.*)\/inputs\.pb$/.exec(inputUri) ?? [];
    return {
      map: map ?? { state: "unfinished", startedAt: 0, duration: 0, attempt: 0 },
      task: tasks.at(-1),
      stored: async (index, attempt) => {
        if (folder === undefined) return { problem: "the cluster tells only those of a whole map" };
        const url = `${folder}/${tasks.at(-1)?.attempt ?? 0}/${index}/${attempt}/outputs.pb`;
        return nodeValues(undefined, { url, bytes: 0n }, fetching);
      },
    };
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

  #stateOf(phase: NodePhase | undefined): OutsideState | undefined {
    if (phase === "SUCCEEDED" || phase === "RECOVERED") return "succeeded";
    if (phase === "FAILED" || phase === "TIMED_OUT") return "failed";
    if (phase === "FAILING") return this.#nodes.isOver ? "failed" : "unfinished";
    return phase === undefined || phase === "SKIPPED" || phase === "UNDEFINED" ? undefined : "unfinished";
  }
}
