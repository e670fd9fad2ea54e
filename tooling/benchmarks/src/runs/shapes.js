/**
 * The workflows whose runs are timed, made with the packages of a build.
 *
 * @param {typeof import("@flytekit-ts/workflow")} packages
 */
export function shapesOf({ mapTask, t, task, workflow }) {
  const number = { inputs: { x: t.int() }, output: t.int() };
  const inc = task({ name: "inc", ...number }, ({ x }) => x + 1);
  const quiet = task({ name: "quiet" }, () => {});
  return {
    /** Tasks one after another. */
    chain: (/** @type {number} */ size) =>
      workflow({ name: "chain", ...number }, ({ x }) => {
        let last = x;
        for (let i = 0; i < size; i += 1) last = inc({ x: last });
        return last;
      }),
    /** Tasks side by side, whose outputs are collected. */
    fan: (/** @type {number} */ size) =>
      workflow({ name: "fan", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) =>
        Array.from({ length: size }, () => inc({ x })),
      ),
    /** Tasks side by side, without inputs and outputs. */
    voids: (/** @type {number} */ size) =>
      workflow({ name: "voids" }, () => {
        for (let i = 0; i < size; i += 1) quiet();
      }),
    /** One task, for each item of a list. */
    map: () =>
      workflow({ name: "mapped", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) }, ({ xs }) =>
        mapTask(inc)({ x: xs }),
      ),
  };
}
