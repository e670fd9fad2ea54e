import type * as idl from "@flytekit-ts/models/core";
import type { Failure } from "../values/failure.js";
import type { Literals } from "../values/literals.js";
import type { Around } from "./ids.js";
import type { ExecutionResult, NodeRecord } from "./records.js";

/** A node that is told of, and where it is. */
export interface NodeNews {
  readonly node: idl.Node;
  readonly record: Readonly<NodeRecord>;
  /** The node that it is inside of. */
  readonly around: Around | undefined;
  /** The folder of its inputs and of its attempts. */
  readonly dir: string;
}

/** An attempt of a task that is told of. */
export interface TaskNews {
  /** The unique id of its node: of an item, of the map. */
  readonly node: string;
  /** Which attempt of its node it belongs to. */
  readonly nodeAttempt: number;
  readonly item: number | undefined;
  readonly attempt: number;
  readonly task: idl.TaskTemplate;
  /** The name of its pod. */
  readonly pod: string;
  readonly inputUri: string;
  readonly outputPrefix: string;
  readonly phase: "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";
  readonly failure?: Failure | undefined;
}

/** A graph that starts or has succeeded. */
export interface GraphNews {
  /** The node that it is inside of; undefined for that of the execution. */
  readonly around: Around | undefined;
  readonly inputs: Literals;
  /** Undefined while it starts. */
  readonly outputs: Literals | undefined;
}

/** Nodes that a dynamic task made. */
export interface Made {
  readonly task: idl.TaskTemplate;
  readonly spec: idl.DynamicJobSpec;
  /** Where the task left them. */
  readonly uri: string;
}

/** A launch plan that a node starts. */
export interface ChildCall {
  /** The node that starts it. */
  readonly node: Readonly<NodeRecord>;
  readonly plan: idl.Identifier;
  /** The name of its execution. */
  readonly name: string;
  readonly inputs: Literals;
  readonly recover: ExecutionResult | undefined;
}

/** What a gate waits for. */
export interface Awaited {
  readonly id: string;
  readonly type: idl.LiteralType;
}

/** What is told of an execution, and what others do for it. All is told in the order in which it happens. */
export interface Hooks {
  readonly onNode?: ((news: NodeNews) => void) | undefined;
  readonly onTask?: ((news: TaskNews) => void) | undefined;
  readonly onGraph?: ((news: GraphNews) => void) | undefined;
  /** A dynamic task has made nodes. They do not run if this throws a `NodeFailure`. */
  readonly onMade?: ((news: NodeNews, made: Made) => void) | undefined;
  /** Gives a gate its answer. Without it, answers come with the request. */
  readonly answer?: ((awaited: Awaited, signal: AbortSignal) => Promise<idl.Literal>) | undefined;
  /** Runs a launch plan as an execution of its own. Without it, this engine runs it. */
  readonly runChild?: ((child: ChildCall, signal: AbortSignal) => Promise<ExecutionResult>) | undefined;
}
