import { versionsMixed } from "../contract/assert-contract.js";
import { describeValue } from "../words/describe-value.js";
import type { Node } from "./node.js";
import type { Tracer } from "./tracer.js";

/**
 * What copies from before contract numbers take for the tracer of a running body. It refuses their nodes, at the
 * author's line.
 *
 * Such a copy asks no number: it would add a node that this copy cannot read.
 */
export function refusingTracer(tracer: Tracer): Tracer {
  return { ...tracer, nodes, faults: [], conditions: new Set(), openConditionals: new Set() };
}

const nodes = Object.defineProperty([] as Node[], "push", {
  value({ entity, place }: Node): never {
    throw versionsMixed(describeValue(entity), undefined, place);
  },
});
