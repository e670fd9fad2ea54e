import { createHash } from "node:crypto";
import type { Entity, ExecutionId } from "@flytekit-ts/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { RunEvent } from "@flytekit-ts/local-exec";
import {
  type Literal,
  NodeExecution_Phase as Node,
  TaskExecution_Phase as Task,
  WorkflowExecution_Phase as Workflow,
} from "@flytekit-ts/models/core";
import type { ExternalResourceInfo } from "@flytekit-ts/models/event";
import { serialize, withDefaultPlans } from "@flytekit-ts/workflow/serialize";
import type { Connection } from "../src/connection/connection.js";

/** Where everything is registered. */
export const PLACE = { project: "flytesnacks", domain: "development" } as const;

/** Registers entities with what they use. */
export async function registerOn({ admin }: Connection, ...entities: readonly Entity[]): Promise<void> {
  const settings = { ...PLACE, version: "v1", image: "tasks:v1" };
  for (const { kind, id, message } of serialize(withDefaultPlans(entities), settings)) {
    if (kind === "task") await admin.createTask({ id, spec: message });
    if (kind === "workflow") await admin.createWorkflow({ id, spec: message });
    if (kind === "launch-plan") await admin.createLaunchPlan(message);
  }
}

/** A run here that is reported as an execution. */
export interface Reported {
  readonly connection: Connection;
  readonly execution: string;
  /** The name of the plan, or of the task. */
  readonly entity: Entity;
  readonly inputs: Literals;
  readonly events: AsyncIterable<RunEvent> | Iterable<RunEvent>;
}

type NodeEvent = Extract<RunEvent, { readonly node: string }>;

/** Creates an execution, and tells what happened in a run here as the engine of a cluster tells it. */
export async function reportRun({
  connection,
  execution,
  entity,
  inputs,
  events,
}: Reported): Promise<ExecutionId> {
  const { admin } = connection;
  const isTask = entity.kind === "task";
  const resourceType = isTask ? 1 : 3;
  const launchPlan = { ...PLACE, resourceType, name: entity.name, version: "v1", org: "" } as const;
  await admin.createExecution({
    ...PLACE,
    name: execution,
    spec: { launchPlan },
    inputs: { literals: new Map(inputs) },
  });
  const id = { ...PLACE, name: execution };
  const reporter = new Reporter(connection, id);
  for await (const event of events) await reporter.tell(event);
  return id;
}

class Reporter {
  readonly #connection: Connection;
  readonly #root: ExecutionId;
  readonly #items = new Map<string, Map<number, Partial<ExternalResourceInfo>>>();
  readonly #parents = new Set<string>();

  constructor(connection: Connection, root: ExecutionId) {
    this.#connection = connection;
    this.#root = root;
  }

  async tell(event: RunEvent): Promise<void> {
    const { admin } = this.#connection;
    const whole = { executionId: this.#root, producerId: "propeller", occurredAt: now() };
    if (event.kind === "run-started")
      await admin.createWorkflowEvent({ requestId: "r", event: { ...whole, phase: Workflow.RUNNING } });
    if (event.kind === "run-succeeded")
      await admin.createWorkflowEvent({
        requestId: "s",
        event: { ...whole, phase: Workflow.SUCCEEDED, ...outputsOf(event.outputs) },
      });
    if (event.kind === "run-failed")
      await admin.createWorkflowEvent({
        requestId: "f",
        event: { ...whole, phase: Workflow.FAILED, ...errorOf(event.error.text) },
      });
    if ("node" in event) await this.#node(event);
  }

  async #node(event: NodeEvent): Promise<void> {
    if (event.item !== undefined) return this.#item(event, event.item);
    switch (event.kind) {
      case "node-started":
        return this.#send(event, { phase: Node.RUNNING, ...inputsOf(event.inputs) });
      case "node-succeeded":
        if (this.#items.has(event.node)) await this.#map(event, Task.SUCCEEDED);
        return this.#send(event, { phase: Node.SUCCEEDED, ...outputsOf(event.outputs) });
      case "node-failed":
        if (event.retrying) return undefined;
        if (this.#items.has(event.node)) await this.#map(event, Task.FAILED);
        return this.#send(event, { phase: Node.FAILED, ...errorOf(event.error.text) });
      default:
        return undefined;
    }
  }

  async #item({ kind, node }: NodeEvent, index: number): Promise<void> {
    const phase = {
      "node-started": Task.RUNNING,
      "node-succeeded": Task.SUCCEEDED,
      "node-failed": Task.FAILED,
    }[kind as string];
    if (phase === undefined) return;
    const map = node.slice(0, node.lastIndexOf("/"));
    if (!this.#items.has(map)) await this.#sendAs(map, { phase: Node.DYNAMIC_RUNNING, isArray: true });
    const items = this.#items.get(map) ?? new Map<number, Partial<ExternalResourceInfo>>();
    this.#items.set(map, items.set(index, { externalId: node, index, phase }));
  }

  async #map(event: NodeEvent, phase: (typeof Task)[keyof typeof Task]): Promise<void> {
    const items = this.#items.get(event.node) ?? new Map();
    await this.#connection.admin.createTaskEvent({
      requestId: "t",
      event: {
        taskId: {
          resourceType: 1,
          ...PLACE,
          name: event.entity,
          version: "v1",
        },
        parentNodeExecutionId: { nodeId: uniqueId(event.node), executionId: this.#executionOf(event.node) },
        phase,
        producerId: "propeller",
        occurredAt: now(),
        taskType: "typescript-task",
        metadata: { externalResources: [...items.values()] },
      },
    });
  }

  async #send(event: NodeEvent, more: object): Promise<void> {
    const { node } = event;
    const own = node.slice(Math.max(node.lastIndexOf("/"), node.lastIndexOf(">")) + 1);
    const around = node.slice(0, node.length - own.length);
    if (around.endsWith(">") && !this.#parents.has(around)) await this.#child(around);
    if (around.endsWith("/") && !this.#parents.has(around)) {
      this.#parents.add(around);
      const outer = around.slice(0, -1);
      await this.#sendAs(outer, {
        phase: Node.DYNAMIC_RUNNING,
        isParent: true,
        isDynamic: event.entity === "grown",
      });
    }
    await this.#sendAs(node, more);
  }

  // The first node of a child tells that there is one: the node of the plan gets its id.
  async #child(around: string): Promise<void> {
    this.#parents.add(around);
    const node = around.slice(0, -1);
    const name = this.#childAt(around);
    const launchPlan = { ...PLACE, resourceType: 3, name: "pair.plan", version: "v1", org: "" } as const;
    const at = { nodeId: uniqueId(node), executionId: this.#executionOf(node) };
    await this.#connection.admin.createExecution({
      ...PLACE,
      name,
      spec: { launchPlan, metadata: { mode: 4, parentNodeExecution: at } },
      inputs: { literals: new Map<string, Literal>([["x", int(1n)]]) },
    });
    const child = { executionId: { ...PLACE, name } };
    await this.#sendAs(node, {
      phase: Node.DYNAMIC_RUNNING,
      targetMetadata: { $case: "workflowNodeMetadata", value: child },
    });
  }

  async #sendAs(node: string, more: object): Promise<void> {
    const own = node.slice(Math.max(node.lastIndexOf("/"), node.lastIndexOf(">")) + 1);
    const around = node.slice(0, node.length - own.length);
    const parent = around.endsWith("/")
      ? { parentNodeMetadata: { nodeId: uniqueId(around.slice(0, -1)) } }
      : {};
    await this.#connection.admin.createNodeEvent({
      requestId: "n",
      event: {
        id: { nodeId: uniqueId(node), executionId: this.#executionOf(node) },
        producerId: "propeller",
        occurredAt: now(),
        specNodeId: own,
        nodeName: own,
        ...parent,
        ...more,
      },
    });
  }

  #executionOf(node: string): ExecutionId {
    const end = node.lastIndexOf(">");
    return end === -1 ? this.#root : { ...PLACE, name: this.#childAt(node.slice(0, end + 1)) };
  }

  #childAt(around: string): string {
    return uniqueId(`${this.#root.name}/${around}`);
  }
}

/** The id that the cluster has for a node at a path. */
export function uniqueId(path: string): string {
  if (/^[a-z]\w*$/.test(path)) return path;
  return `f${createHash("sha1").update(path).digest("hex").slice(0, 16)}`;
}

let time = 1_764_400_000n;

function now(): { seconds: bigint } {
  time += 1n;
  return { seconds: time };
}

function int(value: bigint): Literal {
  return {
    value: {
      $case: "scalar",
      value: { value: { $case: "primitive", value: { value: { $case: "integer", value } } } },
    },
    hash: "",
    metadata: new Map(),
  };
}

function inputsOf(literals: Literals | undefined): object {
  if (literals === undefined) return {};
  return { inputValue: { $case: "inputData", value: { literals: new Map(literals) } } };
}

function outputsOf(literals: Literals): object {
  return { outputResult: { $case: "outputData", value: { literals: new Map(literals) } } };
}

function errorOf(message: string): object {
  return { outputResult: { $case: "error", value: { code: "USER:Unknown", message, kind: 1 } } };
}
