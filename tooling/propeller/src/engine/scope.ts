import type * as idl from "@flytekit-ts/models/core";
import type { Connectors } from "../connectors/connectors.js";
import type { DataStore } from "../data/data-store.js";
import type { PodRunner } from "../pods/pod.js";
import type { Entities, Registry } from "../registry/registry.js";
import type { Literals } from "../values/literals.js";
import type { CacheStore } from "./cache-store.js";
import type { GraphState } from "./graph-state.js";
import type { Hooks } from "./hooks.js";
import type { Around } from "./ids.js";
import type { Outcome } from "./outcome.js";
import type { ExecutionResult, NodeRecord, TaskRecord } from "./records.js";
import type { Policy, Rules } from "./rules.js";

/** Where an engine finds what is registered. */
export type EngineRegistry = Pick<Registry, "task" | "workflow" | "plan" | "named">;

/** What an engine is made of. */
export interface EngineOptions {
  readonly registry: EngineRegistry;
  readonly store: DataStore;
  readonly pods: PodRunner;
  /** A folder for metadata of executions: what nodes are given, and give. */
  readonly dataRoot: string;
  /** A folder for the files of tasks; beside the metadata, by default. */
  readonly rawRoot?: string | undefined;
  /** Remembered outputs of cached tasks; kept only as long as the engine, by default. */
  readonly cache?: CacheStore | undefined;
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** Told of each change of a node. */
  readonly onNode?: ((execution: string, node: Readonly<NodeRecord>) => void) | undefined;
  readonly rules?: Rules | undefined;
  /** Run the tasks that they have, in place of pods. */
  readonly connectors?: Connectors | undefined;
  readonly hooks?: Hooks | undefined;
}

/** The same, with nothing left open. */
export interface Settings {
  readonly registry: EngineRegistry;
  readonly store: DataStore;
  readonly pods: PodRunner;
  readonly dataRoot: string;
  readonly rawRoot: string;
  readonly cache: CacheStore;
  readonly project: string;
  readonly domain: string;
  readonly rules: Rules;
  readonly connectors?: Connectors | undefined;
  readonly hooks: Hooks;
}

/** An execution of a launch plan or a workflow. */
export interface Request {
  readonly name: string;
  readonly workflow: idl.WorkflowTemplate;
  readonly subWorkflows: readonly idl.WorkflowTemplate[];
  readonly inputs: Literals;
  /** What gates are given, by the id of their signal. */
  readonly signals: Literals;
  readonly overwriteCache: boolean;
  readonly envs: Readonly<Record<string, string>>;
  /** An earlier execution, whose nodes that succeeded are not run again. */
  readonly recover: ExecutionResult | undefined;
  readonly signal: AbortSignal;
  /** The unique ids of the launch plans' nodes that led to it, outermost first. */
  readonly lineage: readonly string[];
}

/** An execution under way. */
export interface Execution {
  readonly request: Request;
  readonly options: Settings;
  readonly policy: Policy;
  readonly records: Map<string, NodeRecord>;
  readonly tasks: TaskRecord[];
  readonly onNode: (execution: string, node: Readonly<NodeRecord>) => void;
  /** The parts of the engine that call each other. */
  readonly run: Recursion;
}

/** A graph of nodes under way: a workflow's, or what a dynamic made. */
export interface Scope extends GraphState {
  readonly execution: Execution;
  readonly entities: Entities;
  readonly own: Policy;
  readonly inputs: Literals;
  readonly around: (Around & { readonly path: string; readonly outputDir: string }) | undefined;
  /** Aborted with this graph, or with any around it. */
  readonly signal: AbortSignal;
  /** What the failure handler finds in its input `err`. */
  readonly error?: { readonly node: string; readonly literal: idl.Literal } | undefined;
}

/** A node and where it is: its record, and its folder. */
export interface Place {
  readonly node: idl.Node;
  readonly record: NodeRecord;
  readonly dir: string;
  /** The node that it is inside of. */
  readonly around: Around | undefined;
}

/** A graph to run. */
export interface GraphParts {
  readonly nodes: readonly idl.Node[];
  readonly outputs: readonly idl.Binding[];
  readonly failureNode: idl.Node | undefined;
  readonly own: Policy;
  readonly inputs: Literals;
  readonly entities: Entities;
}

/** The parts of the engine that call each other, whatever file they are in. */
export interface Recursion {
  /** @throws `NodeFailure`, or the reason of the signal */
  readonly graph: (
    execution: Execution,
    parts: GraphParts,
    around: Scope["around"],
    signal: AbortSignal,
  ) => Promise<Literals>;
  readonly node: (scope: Scope, node: idl.Node, around: Scope["around"]) => Promise<Outcome>;
  readonly execute: (
    options: Settings,
    request: Request,
    onNode: Execution["onNode"],
  ) => Promise<ExecutionResult>;
}
