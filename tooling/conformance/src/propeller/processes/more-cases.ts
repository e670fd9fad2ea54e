import { writeFile } from "node:fs/promises";
import { conditional, dynamic, mapTask, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

const int = t.int();

export const write = task(
  { name: "more.write", inputs: { text: t.string() }, output: t.file("txt") },
  async ({ text }, { newFile }) => {
    const path = newFile("text.txt");
    await writeFile(path, text);
    return path;
  },
);
export const upper = task(
  { name: "more.upper", inputs: { file: t.file("txt") }, output: t.file("txt") },
  async ({ file }) => new TextEncoder().encode((await file.text()).toUpperCase()),
);
export const length = task(
  { name: "more.length", inputs: { file: t.file("txt") }, output: int },
  async ({ file }) => (await file.text()).length,
);
export const read = task(
  { name: "more.read", inputs: { file: t.file("txt") }, output: t.string() },
  ({ file }) => file.text(),
);

/** A file that tasks hand on, whose bytes are where the data are. */
const files = workflow(
  { name: "more.files", inputs: { text: t.string() }, outputs: { length: int, text: t.string() } },
  ({ text }) => {
    const file = upper({ file: write({ text }) });
    return { length: length({ file }), text: read({ file }) };
  },
);

export const counting = task(
  { name: "more.counting", inputs: { to: int }, output: int, retries: 2 },
  async ({ to }, { checkpoint }) => {
    const before = await checkpoint.read();
    const count = before === undefined ? 1 : Number(new TextDecoder().decode(before)) + 1;
    await checkpoint.write(new TextEncoder().encode(String(count)));
    if (count < to) throw new Error(`only ${count}`);
    return count;
  },
);

/** Attempts that go on from the checkpoint of the one before. */
const counted = workflow({ name: "more.counted", inputs: { to: int }, output: int }, ({ to }) =>
  counting({ to }),
);

export const times = task(
  { name: "more.times", inputs: { x: int, by: int }, output: int },
  ({ x, by }) => x * by,
);
export const check = task({ name: "more.check", inputs: { x: int }, output: int }, ({ x }) => {
  if (x < 0) throw new NonRecoverableError(`${x} is negative`);
  return x;
});
export const fan = dynamic({ name: "more.fan", inputs: { n: int }, output: t.list(int) }, ({ n }) =>
  mapTask(times, { over: ["x"] })({ x: Array.from({ length: n }, (_, x) => x), by: 2 }),
);

/** Arms that both hold, a dynamic with a map in it, and a conditional in a conditional. */
const chosen = workflow(
  {
    name: "more.chosen",
    inputs: { x: int },
    outputs: { arm: int, all: t.list(int) },
    failurePolicy: "fail-after-executable-nodes-complete",
  },
  ({ x }) => {
    const arm = conditional("size")
      .if(x.gt(10), () => times({ x, by: 100 }))
      .elseIf(x.gt(5), () => times({ x, by: 10 }))
      .else(() =>
        conditional("sign")
          .if(x.ge(0), () => times({ x, by: 1 }))
          .else(() => check({ x })),
      );
    return { arm, all: fan({ n: 3 }) };
  },
);

/** What no recorded run has. */
export const entities = [files, counted, chosen];

/** A run of one of them. */
export interface MoreRun {
  readonly workflow: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly phase: "Succeeded" | "Failed";
}

/** Inputs for each of them. */
export const runs: readonly MoreRun[] = [
  { workflow: "more.files", inputs: { text: "some words" }, phase: "Succeeded" },
  { workflow: "more.counted", inputs: { to: 3 }, phase: "Succeeded" },
  { workflow: "more.counted", inputs: { to: 4 }, phase: "Failed" },
  { workflow: "more.chosen", inputs: { x: 11 }, phase: "Succeeded" },
  { workflow: "more.chosen", inputs: { x: 1 }, phase: "Succeeded" },
  { workflow: "more.chosen", inputs: { x: -1 }, phase: "Failed" },
];
