import { setTimeout } from "node:timers/promises";
import { runLocal } from "@flytekit-ts/local-exec";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { row, spreadOf } from "../measure.js";

const WAIT = 200;
const TASKS = 8;
const ROUNDS = 7;
const slow = task({ name: "slow", inputs: { i: t.int() }, output: t.int() }, async ({ i }) => {
  await setTimeout(WAIT);
  return i;
});
const many = workflow({ name: "many", output: t.list(t.int()) }, () =>
  Array.from({ length: TASKS }, (_, i) => slow({ i })),
);

/** Whether tasks that wait do so at the same time: eight of them, by one that runs alone. */
export async function parallel() {
  await runLocal(many, {}, { concurrency: TASKS });
  const [all, ratios] = [[], []];
  for (let i = 0; i < ROUNDS; i += 1) {
    const one = await timeOf(() => runLocal(slow, { i: 0 }));
    const eight = await timeOf(() => runLocal(many, {}, { concurrency: TASKS }));
    all.push(eight);
    ratios.push(eight / one);
  }
  return [
    row(`${TASKS} tasks of ${WAIT} ms, concurrency ${TASKS}`, spreadOf(all), { unit: "ms" }),
    row("the same by one such task", spreadOf(ratios), { unit: "x", aim: "<= 1.1" }),
  ];
}

/** @param {() => Promise<unknown>} work */
async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
