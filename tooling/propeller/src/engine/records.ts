import type { Failure } from "../values/failure.js";
import type { Literals } from "../values/literals.js";

/** What the engine reports of a node. */
export type NodePhase = "RUNNING" | "SUCCEEDED" | "FAILED" | "SKIPPED" | "ABORTED" | "RECOVERED";

/** What became of a node. */
export interface NodeRecord {
  readonly uniqueId: string;
  /** The own ids of the nodes around it and its own, with a slash between them. */
  readonly path: string;
  phase: NodePhase;
  /** The number of the last attempt, from 0. */
  attempt: number;
  outputs?: Literals | undefined;
  failure?: Failure | undefined;
  cache?: "hit" | "populated" | undefined;
  /** Under which key its outputs are remembered. */
  cacheKey?: string | undefined;
  /** Where the last attempt of a task kept its checkpoint. */
  checkpoint?: string | undefined;
  /** The execution that a launch plan's node started. */
  child?: ExecutionResult | undefined;
}

/** One execution of a task: one process. */
export interface TaskRecord {
  readonly node: string;
  /** The index of an item of a map. */
  readonly item: number | undefined;
  readonly attempt: number;
  readonly task: string;
  readonly inputs: Literals;
  readonly outputPrefix: string;
  failed: boolean;
}

/** What an execution came to. */
export interface ExecutionResult {
  readonly name: string;
  readonly phase: "SUCCEEDED" | "FAILED" | "ABORTED";
  readonly outputs: Literals;
  readonly failure: Failure | undefined;
  /** By path, in the order in which they were entered. */
  readonly nodes: ReadonlyMap<string, NodeRecord>;
  readonly tasks: readonly TaskRecord[];
}

/** The executions of tasks of an execution and of those that its launch plans started. */
export function allTasks({ tasks, nodes }: ExecutionResult): readonly TaskRecord[] {
  const children = [...nodes.values()].flatMap(({ child }) => (child === undefined ? [] : allTasks(child)));
  return [...tasks, ...children];
}
