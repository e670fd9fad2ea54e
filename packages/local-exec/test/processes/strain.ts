import { compile, dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { runLocal, startLocal } from "../../src/entries/index.js";
import { outcomeOf } from "../support/outcome-of.js";
import { strainOf } from "../support/strain.js";

// Runs one program by its name and prints what it took. See strain.test.ts.

const number = { inputs: { x: t.int() }, output: t.int() } as const;
const same = task({ name: "same", ...number }, ({ x }) => x);
const mapped = workflow(
  { name: "mapped", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) },
  ({ xs }) => mapTask(same)({ x: xs }),
);
const numbers = (size: number): number[] => Array.from({ length: size }, (_, index) => index);

// Typed by hand: what calls itself has no inferred type.
type Calls = (inputs: { x: number }) => number;
const down: Calls = dynamic({ name: "down", ...number }, ({ x }) =>
  x === 0 ? 0 : down({ x: x - 1 }),
) as unknown as Calls;
const again = dynamic({ name: "again", ...number }, ({ x }) => plan({ x }));
const through = workflow({ name: "through", ...number }, ({ x }) => again({ x }));
const plan: Calls = launchPlan(through) as unknown as Calls;

function nest(depth: number) {
  let inner = workflow({ name: "w0", ...number }, ({ x }) => same({ x }));
  for (let i = 1; i <= depth; i += 1) {
    const called = inner;
    inner = workflow({ name: `w${i}`, ...number }, ({ x }) => called({ x }));
  }
  return inner;
}

async function cancelled(run: { result: Promise<unknown>; cancel(): void }): Promise<string> {
  setTimeout(() => run.cancel(), 300);
  return outcomeOf(run.result);
}

const programs: { readonly [name: string]: () => Promise<unknown> } = {
  "a map": async () => {
    await runLocal(mapped, { xs: numbers(1000) });
    const few = await strainOf(() => runLocal(mapped, { xs: numbers(10_000) }));
    const many = await strainOf(() => runLocal(mapped, { xs: numbers(100_000) }));
    const signal = AbortSignal.timeout(1);
    let outcome: string | undefined;
    const aborted = await strainOf(async () => {
      outcome = await outcomeOf(runLocal(mapped, { xs: numbers(100_000) }, { signal }));
    });
    return { few, many, aborted, outcome };
  },
  "a map with events": async () => {
    await startLocal(mapped, { xs: numbers(2000) }).result;
    const all = numbers(100_000);
    let run = startLocal(mapped, { xs: [] });
    const kept = await strainOf(() => (run = startLocal(mapped, { xs: all })).result);
    let late = 0;
    for await (const { runId } of run.events()) if (runId === run.id) late += 1;
    return { kept, late };
  },
  "a fan": async () => {
    const fan = workflow({ name: "fan" }, () => {
      for (let x = 0; x < 30_000; x += 1) same({ x });
    });
    await runLocal(fan);
    return strainOf(() => runLocal(fan));
  },
  "10,000 levels": () => runLocal(down as never, { x: 10_000 }),
  "levels without end, through a plan": () => outcomeOf(runLocal(through, { x: 1 })),
  "levels without end, cancelled": () => cancelled(startLocal(through, { x: 1 })),
  "2,000 nested sub-workflows": () => runLocal(nest(2000), { x: 7 }),
  "2,000 sub-workflows": async () => {
    const all = numbers(2000).map((i) =>
      workflow({ name: `sub${i}`, ...number }, ({ x }) => same({ x: same({ x }) })),
    );
    const wide = workflow({ name: "wide", inputs: { x: t.int() } }, ({ x }) => {
      for (const sub of all) sub({ x });
    });
    const compiled = await strainOf(async () => compile(wide, undefined, { allow: ["WORKFLOW_TOO_LARGE"] }));
    const first = await strainOf(() => runLocal(wide, { x: 1 }));
    const second = await strainOf(() => runLocal(wide, { x: 1 }));
    return { compiled: compiled.total, first: first.total, second: second.total };
  },
};

const [, , , name = ""] = process.argv;
const result = await programs[name]?.();
process.stdout.write(JSON.stringify(result));
