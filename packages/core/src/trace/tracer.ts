import { describeEntity, type Entity } from "../entity/entity.js";
import type { FlytekitError } from "../errors/flytekit-error.js";
import type { Place } from "../source/place.js";
import type { TracedCondition } from "./expression.js";
import type { NodeKey } from "./node-key.js";
import type { Node } from "./node.js";

/** A conditional that does not have its last arm yet. */
export interface OpenConditional {
  readonly name: string;
  readonly place: Place;
}

/** What happens to the rest of a run when a node fails. */
export type FailurePolicy = "fail-immediately" | "fail-after-executable-nodes-complete";

/** Settings of a workflow that also apply to the sub-workflows made from the arms in its body. */
export interface Inherited {
  readonly failurePolicy: FailurePolicy;
  readonly interruptible: boolean;
}

/**
 * Collects the nodes of one workflow body while it runs.
 *
 * T1. A tracer is the only object of this package that changes. The nodes that it collects are frozen.
 * T2. It is active only while its body runs. It is inactive again after the body throws.
 * T3. Active tracers form a stack: compiling a workflow may trace a sub-workflow.
 * T4. An arm of a conditional has its own tracer, and may use promises and conditions of the enclosing bodies
 *     (`outer`).
 * T5. The errors of a wrong call are added to `faults`, and its node has the bindings that are right. The body
 *     goes on, so its author sees all faults at once.
 */
export interface Tracer {
  /** Name of the workflow, for messages. */
  readonly workflow: string;
  /** The node that gives the workflow's inputs; its `trace` is the identity of this trace. */
  readonly start: NodeKey;
  readonly nodes: Node[];
  /** Conditions that are not used yet. */
  readonly conditions: Set<TracedCondition>;
  readonly openConditionals: Set<OpenConditional>;
  /** The errors of the calls so far, each with the author's line. */
  readonly faults: FlytekitError[];
  /** For an arm: the tracer of the enclosing body. */
  readonly outer: Tracer | undefined;
  readonly inherited: Inherited;
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

/** The tracer itself and the tracers of the enclosing bodies, innermost first. */
export function* tracersFrom(tracer: Tracer | undefined): Generator<Tracer> {
  for (let each = tracer; each !== undefined; each = each.outer) yield each;
}

/** The key for the next node of a trace. */
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
