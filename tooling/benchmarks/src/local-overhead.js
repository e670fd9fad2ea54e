import { runLocal } from "@flytekit-ts/local-exec";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { measure, row } from "./measure.js";

const SIZE = 2000;
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const quiet = task({ name: "quiet" }, () => {});

const chain = workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  let last = x;
  for (let i = 0; i < SIZE; i += 1) last = inc({ x: last });
  return last;
});
const fan = workflow({ name: "fan", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) =>
  Array.from({ length: SIZE }, () => inc({ x })),
);
const voids = workflow({ name: "voids" }, () => {
  for (let i = 0; i < SIZE; i += 1) quiet();
});

/** What a run costs beside the tasks' own work: tasks that do next to nothing, in three shapes. */
export async function localOverhead() {
  const rows = [];
  const add = async (/** @type {string} */ name, /** @type {() => Promise<unknown>} */ work) => {
    rows.push(
      row(`local run, per trivial task node, ${name} of ${SIZE}`, await measure(15, work), {
        per: SIZE,
        aim: "<= 20",
      }),
    );
  };
  await add("chain", () => runLocal(chain, { x: 1 }));
  await add("fan", () => runLocal(fan, { x: 1 }));
  await add("no data", () => runLocal(voids));
  return rows;
}
