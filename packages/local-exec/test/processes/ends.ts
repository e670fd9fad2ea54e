import {
  approve,
  mapTask,
  NonRecoverableError,
  sleep,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { runLocal, startLocal } from "../../src/entries/index.js";
import { outcomeOf } from "../support/outcome-of.js";

// Runs one program by its name, and prints at the end of the process how long it took. See ends.test.ts.

const ITEMS = 40_000;
const items = Array.from({ length: ITEMS }, (_, index) => index);
const inputs = { x: t.int() };
const fine = task({ name: "fine", inputs, output: t.int() }, ({ x }) => x);
const first = task({ name: "first", inputs, output: t.int() }, ({ x }) => {
  if (x === 0) throw new Error("bad");
  return x;
});
const half = task({ name: "half", inputs, output: t.int() }, ({ x }) => {
  if (x < ITEMS / 2) throw new Error("bad");
  return x;
});
const none = task({ name: "none", inputs, output: t.int() }, () => {
  throw new Error("bad");
});

function mapOf(target: typeof fine, minSuccessRatio?: number) {
  return workflow({ name: "w", inputs: { xs: t.list(t.int()) } }, ({ xs }) => {
    mapTask(target, minSuccessRatio === undefined ? {} : { minSuccessRatio })({ x: xs });
  });
}

function fanOf(target: typeof fine) {
  return workflow({ name: "fan" }, () => {
    for (let x = 0; x < ITEMS / 10; x += 1) target({ x });
  });
}

const never = task({ name: "never", timeout: "1 hour" }, () => new Promise<void>(() => {}));
const bad = task({ name: "bad" }, () => {
  throw new NonRecoverableError("bad");
});
const nested = workflow({ name: "nested" }, () => void never());

async function cancelled(run: { result: Promise<unknown>; cancel(): void }): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  run.cancel();
  return outcomeOf(run.result);
}

const programs: { readonly [name: string]: () => Promise<string> } = {
  "a map": () => outcomeOf(runLocal(mapOf(fine), { xs: items })),
  "a map of which half fails": () => outcomeOf(runLocal(mapOf(half, 0.5), { xs: items })),
  "a map that fails at its first item": () => outcomeOf(runLocal(mapOf(first), { xs: items })),
  "a map that fails at half of its items": () => outcomeOf(runLocal(mapOf(none, 0.5), { xs: items })),
  "a map that is cancelled": () => cancelled(startLocal(mapOf(fine), { xs: items })),
  "a fan": () => outcomeOf(runLocal(fanOf(fine))),
  "a fan that fails at its first node": () => outcomeOf(runLocal(fanOf(first))),
  "a fan that is cancelled": () => cancelled(startLocal(fanOf(fine))),
  "gates that are answered, refused and cancelled, and a sleep that is": async () =>
    (await Promise.all(gated())).join(" "),
  "timed tasks whose runs end early": async () => (await Promise.all(timed())).join(" "),
};

// Each gate and the sleep have a timeout of an hour.
function gated(): readonly Promise<string>[] {
  const wf = workflow({ name: "gated" }, () => void fine({ x: waitForInput("x", t.int()) }));
  const asleep = workflow({ name: "asleep" }, () => void sleep("1 hour"));
  const answered = startLocal(wf, {}, { gates: "wait" });
  setTimeout(() => void answered.setInput("x", 3), 20);
  const approved = workflow({ name: "approved", inputs }, ({ x }) => void fine({ x: approve(x, "ok") }));
  const refused = startLocal(approved, { x: 1 }, { gates: "wait" });
  setTimeout(() => refused.approve("ok", false), 20);
  return [
    outcomeOf(answered.result),
    outcomeOf(refused.result),
    cancelled(startLocal(wf, {}, { gates: "wait" })),
    cancelled(startLocal(asleep, {}, { clock: "real" })),
  ];
}

function timed(): readonly Promise<string>[] {
  const beside = workflow({ name: "beside" }, () => {
    never();
    bad();
  });
  const some = task({ name: "some", inputs, timeout: "1 hour" }, ({ x }) => {
    if (x === 1) throw new Error("bad");
    return new Promise<void>(() => {});
  });
  return [
    outcomeOf(runLocal(beside)),
    outcomeOf(runLocal(workflow({ name: "items" }, () => void mapTask(some)({ x: [0, 1] })))),
    outcomeOf(runLocal(never, {}, { signal: AbortSignal.timeout(20) })),
    cancelled(startLocal(never)),
    cancelled(startLocal(workflow({ name: "outer" }, () => void nested()))),
  ];
}

const [, , , name = ""] = process.argv;
const program = programs[name];
if (program === undefined) throw new Error(`there is no program ${name}`);
const start = process.cpuUsage();
const outcome = await program();
process.on("exit", () => {
  const { user, system } = process.cpuUsage(start);
  process.stdout.write(JSON.stringify({ outcome, milliseconds: (user + system) / 1000 }));
});
