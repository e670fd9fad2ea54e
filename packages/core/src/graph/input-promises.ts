import type { Interface } from "../entity/interface.js";
import { createPromise } from "../promise/promise-proxy.js";
import type { FlytePromise } from "../types/infer.js";
import type { NodeKey } from "./node-key.js";

/** The promises of a workflow's inputs, by name: what its start node will give. */
export function inputPromises(
  { inputs }: Interface,
  start: NodeKey,
): { readonly [name: string]: FlytePromise<unknown, unknown> } {
  const promises = [...inputs].map(([name, type]) => {
    return [name, createPromise({ node: start, var: name, path: [], type: type.transformer })] as const;
  });
  return Object.freeze(Object.fromEntries(promises));
}
