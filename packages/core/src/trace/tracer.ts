import { describeEntity, type Entity } from "../entity/entity.js";
import type { FlytekitError } from "../errors/flytekit-error.js";
import type { Place } from "../source/place.js";
import type { TracedCondition } from "./expression.js";
import type { NodeKey } from "./node-key.js";
import type { Node } from "./node.js";

/** A conditional whose last arm is still to come. */
export interface OpenConditional {
  readonly name: string;
  readonly place: Place;
}

/** What happens to the rest of a run when a node fails. */
export type FailurePolicy = "fail-immediately" | "fail-after-executable-nodes-complete";

/** What a body hands on to the sub-workflows that are made of parts of it. */
export interface Inherited {
  readonly failurePolicy: FailurePolicy;
  readonly interruptible: boolean;
}

/**
 * Collects the nodes of one workflow body while it runs.
 *
 * T1. A tracer is the only thing here that changes; what it collects are frozen values.
 * T2. It is active only while its body runs, also when the body throws.
 * T3. Active tracers form a stack: compiling a workflow may trace a sub-workflow.
 * T4. An arm of a conditional is traced apart, and may use what the bodies around it (`outer`) have made.
 * T5. A call that is wrong is one of the `faults`, and its node has what could be bound: the body goes on, and
 *     its author hears of all faults at once.
 */
export interface Tracer {
  /** Name of the workflow, for messages. */
  readonly workflow: string;
  /** The node that gives the workflow's inputs; its `trace` is the identity of this trace. */
  readonly start: NodeKey;
  readonly nodes: Node[];
  /** Conditions that nothing has used so far. */
  readonly conditions: Set<TracedCondition>;
  readonly openConditionals: Set<OpenConditional>;
  /** What is wrong with the calls so far, each at its line. */
  readonly faults: FlytekitError[];
  /** The tracer of the body that an arm stands in. */
  readonly outer: Tracer | undefined;
  readonly inherited: Inherited;
}

// Versioned, and on globalThis: two copies of this package in one process share one stack.
const STACK = Symbol.for("@flytekit-ts/tracers@1");
const holder = globalThis as { [STACK]?: Tracer[] };

/** The tracer of the workflow body that is running now, if one is. */
export function activeTracer(): Tracer | undefined {
  return holder[STACK]?.at(-1);
}

const PLAIN: Inherited = Object.freeze({ failurePolicy: "fail-immediately", interruptible: false });

/** A tracer that has collected nothing. */
export function createTracer(
  workflow: string,
  { outer, inherited = outer?.inherited ?? PLAIN }: Partial<Pick<Tracer, "outer" | "inherited">> = {},
): Tracer {
  return {
    workflow,
    start: Object.freeze({
      trace: Object.freeze({ workflow, isArm: outer !== undefined }),
      index: -1,
      entity: workflow,
    }),
    nodes: [],
    conditions: new Set(),
    openConditionals: new Set(),
    faults: [],
    outer,
    inherited,
  };
}

/** Run code whose calls add nodes to a tracer. */
export function inTracer<R>(tracer: Tracer, body: () => R): R {
  const stack = (holder[STACK] ??= []);
  stack.push(tracer);
  try {
    return body();
  } finally {
    stack.pop();
  }
}

/** Run a workflow body and collect its nodes. A tracer with `faults` has nodes that lack what was wrong. */
export function withTracer<R>(workflow: string, body: (tracer: Tracer) => R, inherited?: Inherited): R {
  const tracer = createTracer(workflow, inherited === undefined ? {} : { inherited });
  return inTracer(tracer, () => body(tracer));
}

/** The tracer itself and those around it, innermost first. */
export function* tracersFrom(tracer: Tracer | undefined): Generator<Tracer> {
  for (let each = tracer; each !== undefined; each = each.outer) yield each;
}

/** The key of the node that comes next in a trace. */
export function nextKey(tracer: Tracer, entity: Entity): NodeKey {
  const { start, nodes } = tracer;
  return Object.freeze({
    trace: start.trace,
    index: nodes.length,
    entity: describeEntity(entity),
    isBare: entity.interface.outputStyle === "bare",
    isCall: entity.kind === "branch" || entity.kind === "gate",
  });
}
