import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { conditional, dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

/** What a task did, on disk: a line for each time that it ran. */
function note(what: string): void {
  appendFileSync(process.env["EFFECTS"] ?? "", `${what}\n`);
}

export const inc = task(
  { name: "inc", inputs: { x: t.int(), at: t.string() }, output: t.int() },
  async ({ x, at }) => {
    note(`inc ${at}`);
    await wait(x % 5);
    return x + 1;
  },
);
export const now = task(
  { name: "now", inputs: { x: t.int(), at: t.string() }, output: t.int() },
  ({ x, at }) => {
    note(`now ${at}`);
    return x + 1;
  },
);
const secrets = [{ group: "vault", key: "password" }];
export const item = task(
  { name: "item", inputs: { x: t.int() }, output: t.int(), secrets },
  async ({ x }, context) => {
    note(`item ${x}`);
    context.logger.info(`item ${x} with the password ${context.secrets.get("vault/password")}`);
    // In another process this is an event of the node, too.
    if (process.env["ISOLATION"] !== undefined)
      console.log(`to the console: ${context.secrets.get("vault/password")}`);
    await wait(x % 3);
    return x * 2;
  },
);
export const long = task({ name: "long", inputs: { x: t.int() }, output: t.string() }, ({ x }) => {
  note("long");
  return "long ".repeat(4000) + x;
});
export const size = task({ name: "size", inputs: { s: t.string() }, output: t.int() }, ({ s }) => {
  note("size");
  return s.length;
});
export const flaky = task(
  { name: "flaky", inputs: { x: t.int() }, output: t.int(), retries: 1, secrets },
  ({ x }, { attempt, secrets: known }) => {
    note(`flaky ${attempt}`);
    if (attempt === 0) throw new Error(`not at first, with ${known.get("vault/password")}`);
    return x;
  },
);
export const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  inc({ x: now({ x: inc({ x, at: "sub0" }), at: "sub1" }), at: "sub2" }),
);
export const fan = dynamic({ name: "fan", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) =>
  Array.from({ length: n }, (_, i) => inc({ x: i, at: `fan${i}` })),
);
export const mixed = workflow(
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
