import type { Entity } from "../entity/entity.js";
import type { TracedCondition } from "../promise/expression.js";
import type { NodeKey } from "./node-key.js";
import type { Node } from "./node.js";

/**
 * Collects the nodes of one workflow body while it runs.
 *
 * T1. A tracer is the only thing here that changes; what it collects are frozen values.
 * T2. It is active only while its body runs, also when the body throws.
 * T3. Active tracers form a stack: compiling a workflow may trace a sub-workflow.
 */
export interface Tracer {
  /** Name of the workflow, for messages. */
  readonly workflow: string;
  /** The node that gives the workflow's inputs; its `trace` is the identity of this trace. */
  readonly start: NodeKey;
  readonly nodes: Node[];
  /** Conditions that nothing has used so far. */
  readonly conditions: Set<TracedCondition>;
}

// Versioned, and on globalThis: two copies of this package in one process share one stack.
const STACK = Symbol.for("@flytekit-ts/tracers@1");
const holder = globalThis as { [STACK]?: Tracer[] };

/** The tracer of the workflow body that is running now, if one is. */
export function activeTracer(): Tracer | undefined {
  return holder[STACK]?.at(-1);
}

/** Run a workflow body and collect its nodes. */
export function withTracer<R>(workflow: string, body: (tracer: Tracer) => R): R {
  const tracer: Tracer = {
    workflow,
    start: Object.freeze({ trace: {}, index: -1, entity: workflow }),
    nodes: [],
    conditions: new Set(),
  };
  const stack = (holder[STACK] ??= []);
  stack.push(tracer);
  try {
    return body(tracer);
  } finally {
    stack.pop();
  }
}

/** The key of the node that comes next in a trace. */
export function nextKey(tracer: Tracer, entity: Entity): NodeKey {
  return Object.freeze({ trace: tracer.start.trace, index: tracer.nodes.length, entity: entity.name });
}
