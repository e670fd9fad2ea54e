import type { TypeTransformer } from "../types/transformer.js";
import { segmentOf } from "../words/plain-object.js";
import { isStart, type NodeKey } from "./node-key.js";

/** What a promise stands for: an output of a node, or a part of it. */
export interface PromiseTarget {
  readonly node: NodeKey;
  readonly var: string;
  /** Fields, keys and indexes, outermost first. */
  readonly path: readonly (string | number)[];
  /** The type of the value at the end of the path. */
  readonly type: TypeTransformer;
}

/** A promise in words, as its author would write it: `inputs.n`, `square(...)`, `split(...).rows[3]`. */
export function describeTarget({ node, var: name, path }: Omit<PromiseTarget, "type">): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : segmentOf(step)));
  return `${describeOutput(node, name)}${steps.join("")}`;
}

function describeOutput(node: NodeKey, name: string): string {
  if (isStart(node)) return `inputs.${name}`;
  const call = node.isCall === true ? node.entity : `${node.entity}(...)`;
  return node.isBare === true ? call : `${call}.${name}`;
}
