import { t, task, workflow } from "@flytekit-ts/workflow";

/** Settings of a registration that goes nowhere. */
export const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1", root: "/" };

/** Chains are larger than Flyte takes, and nothing is to be said of it. */
export const OPTIONS = { allow: ["WORKFLOW_TOO_LARGE"] };

const add = task({ name: "add", inputs: { a: t.int(), b: t.int() }, output: t.int() }, ({ a, b }) => a + b);

/**
 * A workflow of `size` nodes, each bound to an earlier one and to a constant.
 *
 * @param {number} size
 */
export function chain(size) {
  return workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
    let last = x;
    for (let i = 0; i < size; i += 1) last = add({ a: last, b: i });
    return last;
  });
}
