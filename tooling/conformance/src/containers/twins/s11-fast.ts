import { writeFileSync } from "node:fs";
import { dynamic, t, task } from "@flytekit-ts/workflow";

const named = { inputs: { name: t.string() }, output: t.string() };

export const greet = task({ name: "s11_fast.greet", ...named }, ({ name }) => `hello ${name}`);
export const fails = task({ name: "s11_fast.fails", ...named }, ({ name }): string => {
  throw new Error(`no ${name}`);
});
export const one = task({ name: "s11_fast.one", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
export const spread = dynamic(
  { name: "s11_fast.spread", inputs: { n: t.int() }, output: t.list(t.int()) },
  ({ n }) => Array.from({ length: n }, (_, x) => one({ x })),
);
export const waits = task(
  { name: "s11_fast.waits", inputs: { marker: t.string() }, output: t.string() },
  async ({ marker }) => {
    writeFileSync(marker, "");
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    return "late";
  },
);
export const leaves = task(
  { name: "s11_fast.leaves", inputs: { code: t.int() }, output: t.string() },
  ({ code }): string => process.exit(code),
);
