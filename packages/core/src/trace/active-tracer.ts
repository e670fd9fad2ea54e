import { STAMP, type Stamp, STAMPED } from "../brands/contract.js";
import { assertContract } from "../contract/assert-contract.js";
import type { Place } from "../source/place.js";
import { refusingTracer } from "./refusing-tracer.js";
import { createTracer, type Inherited, type Tracer } from "./tracer.js";

/** A body that is running now. This form never changes; the stamp has the contract of its tracer. */
interface Running {
  readonly [STAMPED]: Stamp;
  /** Name of the workflow. */
  readonly workflow: string;
  readonly tracer: Tracer;
}

// On globalThis, so that two copies of this package in one process share one stack, in one order.
const STACK = Symbol.for("@flytekit-ts/tracers@1");
const holder = globalThis as { [STACK]?: Running[] };

/** The tracer of the workflow body that is running now, if any. @throws `VERSIONS_MIXED`, at `place` */
export function activeTracer(place?: Place): Tracer | undefined {
  const running = holder[STACK]?.at(-1);
  if (running === undefined) return undefined;
  assertContract(running, { words: () => `the running body of ${running.workflow}`, place });
  return running.tracer;
}

/** Run code whose calls add nodes to a tracer. */
export function inTracer<R>(tracer: Tracer, body: () => R): R {
  const stack = (holder[STACK] ??= []);
  stack.push({ ...refusingTracer(tracer), [STAMPED]: STAMP, tracer });
  try {
    return body();
  } finally {
    stack.pop();
  }
}

/** Run a workflow body and collect its nodes. If the tracer has `faults`, some nodes lack bindings or settings. */
export function withTracer<R>(workflow: string, body: (tracer: Tracer) => R, inherited?: Inherited): R {
  const tracer = createTracer(workflow, inherited === undefined ? {} : { inherited });
  return inTracer(tracer, () => body(tracer));
}
