import type { Entity } from "../../src/entity/entity.js";
import { createInterface } from "../../src/entity/interface.js";
import { inputPromises } from "../../src/promise/input-promises.js";
import { withTracer } from "../../src/trace/active-tracer.js";
import type { Tracer } from "../../src/trace/tracer.js";
import type { Promises, Shape } from "../../src/types/infer.js";

/** What a workflow does with its body: run it once on the promises of its inputs, and tell of its faults. */
export function traced<const I extends Shape, R>(
  inputs: I,
  body: (inputs: Promises<I>, tracer: Tracer) => R,
): R {
  const declared = createInterface({ name: "w", inputs }, "workflow");
  return withTracer("w", (tracer) => {
    const result = body(inputPromises(declared, tracer.start) as never, tracer);
    for (const fault of tracer.faults) throw fault;
    return result;
  });
}

/** An entity that is no task, as a sub-workflow is. */
export function subWorkflow(entity: Entity): Entity {
  return {
    kind: "workflow",
    name: `sub.${entity.name}`,
    interface: entity.interface,
    definedAt: entity.definedAt,
  };
}
