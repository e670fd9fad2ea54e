// node journal.mjs <start|resume> <journal> <effects file> [run id]
// Runs a mixed workflow with a journal, and prints the id of the run when it begins, and its result. With SPLIT_WRITES some
// records are written in two parts with a pause in between, so that a kill finds them torn.
import fs, { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { type LocalRun, startLocal } from "@flytekit-ts/local-exec";
import { resumeLocal } from "@flytekit-ts/local-exec/journal";
import { conditional, dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const [, , mode = "start", journal = "", effects = "", id = ""] = process.argv;

if (process.env["SPLIT_WRITES"] !== undefined) {
  const write = fs.writeSync as (fd: number, bytes: Uint8Array) => number;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  Object.assign(fs, {
    writeSync(fd: number, bytes: Uint8Array) {
      const isRecord = bytes instanceof Uint8Array && bytes.length > 60 && bytes[8] === 32;
      if (!isRecord || Math.random() < 0.5) return write(fd, bytes);
      const size = 1 + Math.floor(Math.random() * (bytes.length - 1));
      write(fd, bytes.subarray(0, size));
      Atomics.wait(pause, 0, 0, 4);
      return size + write(fd, bytes.subarray(size));
    },
  });
  syncBuiltinESMExports();
}

/** What a task did, on disk: a line for each time that it ran. */
function note(what: string): void {
  appendFileSync(effects, `${what}\n`);
}

const inc = task(
  { name: "inc", inputs: { x: t.int(), at: t.string() }, output: t.int() },
  async ({ x, at }) => {
    note(`inc ${at}`);
    await wait(x % 5);
    return x + 1;
  },
);
const now = task({ name: "now", inputs: { x: t.int(), at: t.string() }, output: t.int() }, ({ x, at }) => {
  note(`now ${at}`);
  return x + 1;
});
const secrets = [{ group: "vault", key: "password" }];
const item = task(
  { name: "item", inputs: { x: t.int() }, output: t.int(), secrets },
  async ({ x }, context) => {
    note(`item ${x}`);
    context.logger.info(`item ${x} with the password ${context.secrets.get("vault/password")}`);
    await wait(x % 3);
    return x * 2;
  },
);
const long = task({ name: "long", inputs: { x: t.int() }, output: t.string() }, ({ x }) => {
  note("long");
  return "long ".repeat(4000) + x;
});
const size = task({ name: "size", inputs: { s: t.string() }, output: t.int() }, ({ s }) => {
  note("size");
  return s.length;
});
const flaky = task(
  { name: "flaky", inputs: { x: t.int() }, output: t.int(), retries: 1, secrets },
  ({ x }, { attempt, secrets: known }) => {
    note(`flaky ${attempt}`);
    if (attempt === 0) throw new Error(`not at first, with ${known.get("vault/password")}`);
    return x;
  },
);
const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  inc({ x: now({ x: inc({ x, at: "sub0" }), at: "sub1" }), at: "sub2" }),
);
const fan = dynamic({ name: "fan", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) =>
  Array.from({ length: n }, (_, i) => inc({ x: i, at: `fan${i}` })),
);
const mixed = workflow(
  {
    name: "mixed",
    inputs: { x: t.int() },
    outputs: {
      chain: t.int(),
      items: t.list(t.int()),
      size: t.int(),
      fan: t.list(t.int()),
      arm: t.int(),
      flaky: t.int(),
    },
  },
  ({ x }) => {
    let chain = now({ x, at: "0" });
    for (let i = 1; i < 8; i += 1) chain = (i % 2 === 0 ? now : inc)({ x: chain, at: String(i) });
    const inner = sub({ x: chain });
    const items = mapTask(item, { concurrency: 4 })({ x: Array.from({ length: 16 }, (_, i) => i) });
    const arm = conditional("big")
      .if(inner.gt(1000), () => now({ x: 0, at: "never" }))
      .else(() => now({ x: inner, at: "arm" }));
    return {
      chain,
      items,
      size: size({ s: long({ x: arm }) }),
      fan: fan({ n: 5 }),
      arm,
      flaky: flaky({ x: 7 }),
    };
  },
);

const options = {
  journal,
  concurrency: 4,
  secrets: { "vault/password": "hunter2-secret" },
  logger: { debug() {}, info() {}, warn() {}, error() {} },
};
const run: LocalRun<unknown> =
  mode === "start" ? startLocal(mixed, { x: 1 }, options) : resumeLocal(mixed, { ...options, run: id });
for await (const event of run.events()) {
  if (event.kind === "run-started") process.stdout.write(`${JSON.stringify({ id: run.id })}\n`);
}
const outcome = await run.result.then(
  (result) => ({ result }),
  (error: unknown) => ({ code: Reflect.get(error as object, "code") as unknown, error: String(error) }),
);
process.stdout.write(`${JSON.stringify(outcome)}\n`);
