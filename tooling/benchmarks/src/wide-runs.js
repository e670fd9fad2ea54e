import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { runLocal } from "@flytekit-ts/local-exec";
import { row, spreadOf } from "./measure.js";

const ITEMS = 100_000;
const SUBS = 2000;
const ROUNDS = 5;
const number = { inputs: { x: t.int() }, output: t.int() };
const same = task({ name: "same", ...number }, ({ x }) => x);
const mapped = workflow(
  { name: "mapped", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) },
  ({ xs }) => mapTask(same)({ x: xs }),
);

/** What runs of many nodes cost: a map without `concurrency`, and the first run of many sub-workflows. */
export async function wideRuns() {
  return [...(await mapOfMany()), ...(await firstRuns())];
}

async function mapOfMany() {
  const xs = Array.from({ length: ITEMS }, (_, index) => index);
  const before = process.memoryUsage.rss();
  await runLocal(mapped, { xs });
  const times = [];
  const lags = [];
  let memory = 0;
  for (let i = 0; i < ROUNDS; i += 1) {
    const start = performance.now();
    let last = start;
    let lag = 0;
    const note = () => {
      const now = performance.now();
      lag = Math.max(lag, now - last - 1);
      last = now;
      memory = Math.max(memory, process.memoryUsage.rss() - before);
    };
    const timer = setInterval(note, 1);
    await runLocal(mapped, { xs });
    note();
    clearInterval(timer);
    times.push(performance.now() - start);
    lags.push(lag);
  }
  const name = `map of ${ITEMS} trivial items`;
  const grown = spreadOf([memory / 1e6]);
  return [
    row(`${name}, per item`, spreadOf(times), { per: ITEMS, aim: "<= 12" }),
    row(`${name}, worst lag of a timer`, spreadOf(lags), { unit: "ms", aim: "<= 100" }),
    row(`${name}, growth of the process`, grown, { unit: "MB", aim: "<= 300" }),
  ];
}

async function firstRuns() {
  const all = { compile: [], first: [], second: [] };
  const timed = async (/** @type {number[]} */ times, /** @type {() => unknown} */ work) => {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  };
  for (let i = 0; i < ROUNDS; i += 1) {
    const wide = workflowOfSubs();
    await timed(all.compile, () => compile(wide, undefined, { allow: ["WORKFLOW_TOO_LARGE"] }));
    await timed(all.first, () => runLocal(wide, { x: 1 }));
    await timed(all.second, () => runLocal(wide, { x: 1 }));
  }
  const name = `${SUBS} sub-workflows`;
  return [
    row(`${name}, compile`, spreadOf(all.compile), { unit: "ms" }),
    row(`${name}, first run`, spreadOf(all.first), { unit: "ms" }),
    row(`${name}, second run`, spreadOf(all.second), { unit: "ms" }),
  ];
}

function workflowOfSubs() {
  const subs = Array.from({ length: SUBS }, (_, index) =>
    workflow({ name: `sub${index}`, ...number }, ({ x }) => same({ x: same({ x }) })),
  );
  return workflow({ name: "wide", inputs: { x: t.int() } }, ({ x }) => {
    for (const sub of subs) sub({ x });
  });
}
