import { isStart, type NodeKey } from "../graph/node-key.js";
import { segmentOf } from "../types/plain-object.js";
import type { TypeTransformer } from "../types/transformer.js";

/** What a promise stands for: an output of a node, or a part of it. */
export interface PromiseTarget {
  readonly node: NodeKey;
  readonly var: string;
  /** Fields, keys and indexes, outermost first. */
  readonly path: readonly (string | number)[];
  /** The type of what the path leads to. */
  readonly type: TypeTransformer;
}

/** A promise in words: `inputs.n`, `square.o0`, `load.o0.rows[3]`. */
export function describeTarget({ node, var: name, path }: PromiseTarget): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : segmentOf(step)));
  return `${isStart(node) ? "inputs" : node.entity}.${name}${steps.join("")}`;
}
