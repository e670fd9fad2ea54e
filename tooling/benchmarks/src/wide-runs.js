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
  await runLocal(mapped, { xs: [1] });
  const xs = Array.from({ length: ITEMS }, (_, index) => index);
  const before = process.memoryUsage.rss();
  /** @type {number | undefined} */
  let grown;
  const totals = [];
  const stretches = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const { total, stretch } = await busyWith(() => runLocal(mapped, { xs }));
    // The peak of the first round: the garbage of later ones says more about the collector than about the run.
    grown ??= process.resourceUsage().maxRSS * 1024 - before;
    totals.push(total);
    stretches.push(stretch);
  }
  const name = `map of ${ITEMS}`;
  return [
    row(`${name}, per trivial item`, spreadOf(totals), { per: ITEMS, aim: "<= 3" }),
    row(`${name}, longest wait for a timer`, spreadOf(stretches), { unit: "ms", aim: "<= 100" }),
    row(`${name}, growth of the process`, spreadOf([(grown ?? 0) / 1e6]), { unit: "MB", aim: "<= 300" }),
  ];
}

async function firstRuns() {
  /** @type {Record<"compile" | "first" | "second", number[]>} */
  const all = { compile: [], first: [], second: [] };
  for (let i = 0; i < ROUNDS; i += 1) {
    const wide = workflowOfSubs();
    const options = { allow: ["WORKFLOW_TOO_LARGE"] };
    all.compile.push((await busyWith(async () => compile(wide, undefined, options))).total);
    all.first.push((await busyWith(() => runLocal(wide, { x: 1 }))).total);
    all.second.push((await busyWith(() => runLocal(wide, { x: 1 }))).total);
  }
  const name = `${SUBS} sub-workflows`;
  return [
    row(`${name}, compile`, spreadOf(all.compile), { unit: "ms" }),
    row(`${name}, first run`, spreadOf(all.first), { unit: "ms" }),
    row(`${name}, second run`, spreadOf(all.second), { unit: "ms" }),
  ];
}

/**
 * Milliseconds of the processor that some work takes, and the longest stretch of it without a turn of the event loop.
 * Other processes may keep this one waiting, which says nothing about the work.
 *
 * @param {() => Promise<unknown>} work
 */
async function busyWith(work) {
  const start = busy();
  let last = start;
  let stretch = 0;
  const note = () => {
    const now = busy();
    stretch = Math.max(stretch, now - last);
    last = now;
  };
  const timer = setInterval(note, 1);
  await work();
  note();
  clearInterval(timer);
  return { total: last - start, stretch };
}

function busy() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function workflowOfSubs() {
  const subs = Array.from({ length: SUBS }, (_, index) =>
    workflow({ name: `sub${index}`, ...number }, ({ x }) => same({ x: same({ x }) })),
  );
  return workflow({ name: "wide", inputs: { x: t.int() } }, ({ x }) => {
    for (const sub of subs) sub({ x });
  });
}
