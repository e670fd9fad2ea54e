import type { Interface } from "../entity/interface.js";
import type { NodeKey } from "../trace/node-key.js";
import type { FlytePromise } from "../types/infer.js";
import { createPromise } from "./promise-proxy.js";

/** The promises of a workflow's inputs, by name. They are the outputs of its start node. */
export function inputPromises(
  { inputs }: Interface,
  start: NodeKey,
): { readonly [name: string]: FlytePromise<unknown, unknown> } {
  const promises = [...inputs].map(([name, type]) => {
    return [name, createPromise({ node: start, var: name, path: [], type: type.transformer })] as const;
  });
  return Object.freeze(Object.fromEntries(promises));
}
