import { Worker } from "node:worker_threads";
import { runLocal } from "@flytekit-ts/local-exec";
import { t, workflow } from "@flytekit-ts/workflow";
import { heavy, inc } from "./isolated/tasks.js";
import { row, spreadOf } from "./measure.js";

const ROUNDS = 9;
const HOPS = 500;
const isolation = "worker";
const both = workflow({ name: "both", outputs: { a: t.int(), b: t.int() } }, () => ({
  a: heavy({ seed: 1 }),
  b: heavy({ seed: 2 }),
}));
const chain = workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  let last = x;
  for (let i = 0; i < HOPS; i += 1) last = inc({ x: last });
  return last;
});

/** Whether tasks in workers use all processors, and what it costs to go there and back; each beside bare threads. */
export async function isolated() {
  const threads = [bareThread(), bareThread()];
  const [one] = threads;
  const tasks = () => runLocal(both, {}, { isolation });
  const bare = () => Promise.all(threads.map((ask, index) => ask(index + 1)));
  const there = () => runLocal(chain, { x: 0 }, { isolation });
  const here = () => runLocal(chain, { x: 0 });
  const message = { bytes: new Uint8Array(40) };
  const bareHops = async () => {
    for (let i = 0; i < HOPS; i += 1) await one?.(message);
  };
  for (let i = 0; i < 3; i += 1) for (const work of [tasks, bare, there, here, bareHops]) await work();
  const [times, ratios, hops, bareTimes] = [[], [], [], []];
  for (let i = 0; i < ROUNDS; i += 1) {
    const alone = await timeOf(bare);
    const ours = await timeOf(tasks);
    times.push(ours);
    ratios.push(alone / ours);
    hops.push((await timeOf(there)) - (await timeOf(here)));
    bareTimes.push(await timeOf(bareHops));
  }
  for (const { close } of threads) await close();
  return [
    row("2 tasks that compute, in workers", spreadOf(times), { unit: "ms" }),
    row("the speed of two bare threads that is reached", spreadOf(ratios), { unit: "x", aim: ">= 0.93" }),
    row("a small task: to a worker and back, once warm", spreadOf(hops), { per: HOPS, aim: "<= 150" }),
    row("a message: to a bare thread and back", spreadOf(bareTimes), { per: HOPS }),
  ];
}

/** A thread that answers one message after another. */
function bareThread() {
  const worker = new Worker(new URL("isolated/bare-worker.js", import.meta.url));
  /** @type {(answer: unknown) => void} */
  let answered = () => {};
  worker.on("message", (answer) => answered(answer));
  /** @param {unknown} message */
  const ask = (message) =>
    new Promise((resolve) => {
      answered = resolve;
      worker.postMessage(message);
    });
  return Object.assign(ask, { close: () => worker.terminate() });
}

/** @param {() => Promise<unknown>} work */
async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
