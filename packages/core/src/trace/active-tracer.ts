import { createTracer, type Inherited, type Tracer } from "./tracer.js";

// On globalThis, so that two copies of this package in one process share one stack. The key has a version, because
// copies that differ in the form of tracers must not share it.
const STACK = Symbol.for("@flytekit-ts/tracers@1");
const holder = globalThis as { [STACK]?: Tracer[] };

/** The tracer of the workflow body that is running now, if any. */
export function activeTracer(): Tracer | undefined {
  return holder[STACK]?.at(-1);
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

/** Run a workflow body and collect its nodes. If the tracer has `faults`, some nodes lack bindings or settings. */
export function withTracer<R>(workflow: string, body: (tracer: Tracer) => R, inherited?: Inherited): R {
  const tracer = createTracer(workflow, inherited === undefined ? {} : { inherited });
  return inTracer(tracer, () => body(tracer));
}
