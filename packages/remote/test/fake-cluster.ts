import { NodeExecution as NodeMessage, TaskExecution as TaskMessage } from "@flytekit-ts/models/admin";
import {
  type ExecutionError,
  NodeExecution_Phase as Node,
  TaskExecution_Phase as Task,
  WorkflowExecution_Phase as Workflow,
} from "@flytekit-ts/models/core";
import type { ExternalResourceInfo } from "@flytekit-ts/models/event";
import type { Connection } from "../src/connection/connection.js";
import { connectionErrors as errors } from "../src/errors/connection-errors.js";
import type { ExecutionId } from "@flytekit-ts/core";
import type { Timing } from "../src/watching/timing.js";

const CONFIG: Connection["config"] = {
  endpoint: "cluster:1",
  insecure: true,
  insecureSkipVerify: false,
  auth: { type: "pkce" },
  project: "orchard",
  domain: "development",
  sources: new Map(),
};

/** A node of a fake cluster. */
export interface FakeNode {
  phase: keyof typeof Node | number;
  /** The id of the node around it. */
  readonly parent?: string;
  readonly spec?: string;
  readonly retryGroup?: string;
  isParent?: boolean;
  readonly isArray?: boolean;
  isDynamic?: boolean;
  error?: Partial<ExecutionError>;
  deck?: string;
  child?: string;
  cache?: number;
  /** In seconds since 1970, as the engine has it. */
  updatedAt?: number;
  tasks?: FakeTask[];
}

/** An attempt. */
export interface FakeTask {
  phase: keyof typeof Task | number;
  readonly logs?: readonly string[];
  error?: Partial<ExecutionError>;
  items?: readonly Partial<ExternalResourceInfo>[];
}

/** As flyteadmin does it in lists. */
const CUT = 100;

/** What flyteadmin answers about executions, from a state that tests change, with a clock that only waits move on. */
export class FakeCluster {
  readonly executions = new Map<
    string,
    { phase: keyof typeof Workflow | number; error?: Partial<ExecutionError> }
  >();
  /** By the execution's name, then by id. */
  readonly nodes = new Map<string, Map<string, FakeNode>>();
  readonly calls: { readonly call: string; readonly at: number; readonly filters?: string }[] = [];
  /** Done before each call; what it throws is the answer. */
  before: (call: string) => void = () => {};
  /** Done while the client waits. */
  onWait: (waits: number) => void = () => {};
  now = 0;
  #waits = 0;

  readonly timing: Timing = {
    now: () => this.now,
    wait: async (milliseconds) => {
      this.now += milliseconds;
      this.#waits += 1;
      this.onWait(this.#waits);
    },
    random: () => 0.5,
  };

  add(execution: string, nodes: Readonly<Record<string, FakeNode>>): this {
    this.executions.set(execution, { phase: "RUNNING" });
    this.nodes.set(execution, new Map(Object.entries(nodes)));
    return this;
  }

  node(execution: string, id: string): FakeNode {
    const node = this.nodes.get(execution)?.get(id);
    if (node === undefined) throw notFound(`node ${id}`);
    return node;
  }

  /** The most calls within any second. */
  get busiest(): number {
    const starts = this.calls.map(({ at }) => at);
    return Math.max(...starts.map((at) => starts.filter((other) => other >= at && other < at + 1000).length));
  }

  readonly connection: Connection = this.#connection();

  #connection(): Connection {
    const admin: Partial<Connection["admin"]> = {
      getExecution: async ({ id }) => {
        this.#called("getExecution");
        const known = this.executions.get(id?.name ?? "");
        if (known === undefined) throw notFound(`execution ${id?.name}`);
        const { phase, error } = known;
        const closure = { phase: numberOf(Workflow, phase), ...outputResult(error) };
        return { id, closure } as never;
      },
      listNodeExecutions: async ({ workflowExecutionId, uniqueParentId = "", limit = 0, token, filters }) => {
        this.#called("listNodeExecutions", filters);
        const execution = workflowExecutionId?.name ?? "";
        if (uniqueParentId !== "") this.node(execution, uniqueParentId);
        const since = /^gte\(node_execution_updated_at,(.*)\)$/.exec(filters ?? "")?.[1];
        const found = [...(this.nodes.get(execution) ?? [])]
          .filter(([, { parent = "" }]) => parent === uniqueParentId)
          .filter(([, { updatedAt = 0 }]) => since === undefined || updatedAt * 1000 >= Date.parse(since))
          .toSorted(([a], [b]) => (a < b ? -1 : 1));
        const page = pageOf(found, limit, token);
        return {
          nodeExecutions: page.values.map(([id, node]) => nodeMessage({ execution, id, node, cut: CUT })),
          token: page.token,
        };
      },
      getNodeExecution: async ({ id }) => {
        this.#called("getNodeExecution");
        const execution = id?.executionId?.name ?? "";
        return nodeMessage({
          execution,
          id: id?.nodeId ?? "",
          node: this.node(execution, id?.nodeId ?? ""),
          cut: Infinity,
        });
      },
      listTaskExecutions: async ({ nodeExecutionId, limit = 0, token }) => {
        this.#called("listTaskExecutions");
        const { tasks = [] } = this.node(
          nodeExecutionId?.executionId?.name ?? "",
          nodeExecutionId?.nodeId ?? "",
        );
        const page = pageOf([...tasks.entries()], limit, token);
        return {
          taskExecutions: page.values.map(([attempt, task]) =>
            taskMessage(nodeExecutionId, attempt, task, CUT),
          ),
          token: page.token,
        };
      },
      getTaskExecution: async ({ id }) => {
        this.#called("getTaskExecution");
        const at = id?.nodeExecutionId;
        const attempt = id?.retryAttempt ?? 0;
        const task = this.node(at?.executionId?.name ?? "", at?.nodeId ?? "").tasks?.[attempt];
        if (task === undefined) throw notFound(`attempt ${attempt}`);
        return taskMessage(at, attempt, task, Infinity);
      },
    };
    return { config: CONFIG, admin, close: async () => {} } as Partial<Connection> as Connection;
  }

  #called(call: string, filters?: string): void {
    this.calls.push({ call, at: this.now, ...(filters === undefined ? {} : { filters }) });
    this.before(call);
  }
}

/** The id of an execution of the fake. */
export function idOf(name: string): ExecutionId {
  return { project: "orchard", domain: "development", name };
}

/** How calls fail whose answer does not come. */
export function unreachable(): Error {
  return errors.CLUSTER_UNREACHABLE({
    endpoint: "cluster:1",
    call: "any",
    said: "connection reset",
    details: [],
  });
}

function notFound(said: string): Error {
  return errors.CLUSTER_ENTITY_NOT_FOUND({ endpoint: "cluster:1", call: "any", said, details: [] });
}

interface Described {
  readonly execution: string;
  readonly id: string;
  readonly node: FakeNode;
  readonly cut: number;
}

function nodeMessage({ execution, id, node, cut }: Described): NodeMessage {
  const { phase, spec = id, retryGroup = "", isParent = false, isArray = false, isDynamic = false } = node;
  return NodeMessage.fromPartial({
    id: { nodeId: id, executionId: idOf(execution) },
    closure: {
      phase: numberOf(Node, phase),
      ...outputResult(node.error, cut),
      startedAt: { seconds: 1n },
      updatedAt: { seconds: BigInt(node.updatedAt ?? 0) },
      deckUri: node.deck ?? "",
      ...(node.child === undefined
        ? node.cache === undefined
          ? {}
          : { targetMetadata: { $case: "taskNodeMetadata", value: { cacheStatus: node.cache as never } } }
        : { targetMetadata: { $case: "workflowNodeMetadata", value: { executionId: idOf(node.child) } } }),
    },
    metadata: { specNodeId: spec, retryGroup, isParentNode: isParent, isArray, isDynamic },
  });
}

type At = Parameters<Connection["admin"]["listTaskExecutions"]>[0]["nodeExecutionId"];

function taskMessage(at: At, attempt: number, task: FakeTask, cut: number): TaskMessage {
  return TaskMessage.fromPartial({
    id: { taskId: { name: "garden.water" }, nodeExecutionId: at, retryAttempt: attempt },
    closure: {
      phase: numberOf(Task, task.phase),
      ...outputResult(task.error, cut),
      logs: (task.logs ?? []).map((uri) => ({ uri, name: "log" })),
      metadata: { externalResources: task.items ?? [] },
    },
  } as never);
}

function outputResult(error: Partial<ExecutionError> | undefined, cut = Infinity): object {
  if (error === undefined) return {};
  const { message = "" } = error;
  return {
    outputResult: { $case: "error", value: { kind: 1, code: "", ...error, message: message.slice(0, cut) } },
  };
}

function numberOf<V extends number>(values: Readonly<Record<string, V>>, name: string | number): V {
  return (typeof name === "number" ? name : values[name]) as V;
}

function pageOf<T>(all: readonly T[], limit: number, token = ""): { values: readonly T[]; token: string } {
  const start = Number(token);
  const values = all.slice(start, start + limit);
  return { values, token: values.length === limit ? String(start + limit) : "" };
}
