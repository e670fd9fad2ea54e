import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { runLocal, type RunEvent } from "@flytekit-ts/local-exec";
import { t, task } from "@flytekit-ts/workflow";

// What one of several processes does with a cache that they share.
// usage: cache.ts <what> <folder of the cache> <folder for notes> [<number>]
const [, , , what = "", dir = "", notes = "", number = "0"] = process.argv;

/** Notes what really ran, on disk: one byte each time. */
const note = (name: string): void => appendFileSync(join(notes, name), "x");

// Some results are in their entry, and some are content of their own.
const textOf = (x: number): string => `${x} `.repeat(x % 3 === 0 ? 3000 : 3);
const write = task(
  { name: "write", inputs: { x: t.int() }, output: t.string(), cache: { version: "1" } },
  ({ x }) => textOf(x),
);
const alone = task(
  { name: "alone", inputs: { x: t.int() }, output: t.int(), cache: { version: "1", serialize: true } },
  async ({ x }) => {
    note(`alone-${x}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return x * 2;
  },
);
const stuck = task(
  { name: "stuck", inputs: { x: t.int() }, output: t.int(), cache: { version: "1", serialize: true } },
  async ({ x }) => {
    note("stuck");
    if (number === "0") {
      console.log("holding");
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    }
    return x;
  },
);

const reasons: Record<string, number> = {};
const onEvent = (event: RunEvent): void => {
  if (event.kind !== "cache-hit" && event.kind !== "cache-miss") return;
  reasons[event.reason.kind] = (reasons[event.reason.kind] ?? 0) + 1;
};

const programs: Record<string, () => Promise<unknown>> = {
  async "many runs"() {
    let wrong = 0;
    for (let i = 0; i < 500; i += 1) {
      const x = Math.floor(Math.random() * 60);
      if ((await runLocal(write, { x }, { cache: dir, onEvent })) !== textOf(x)) wrong += 1;
    }
    return { wrong, reasons };
  },
  async "many runs in little space"() {
    let wrong = 0;
    for (let i = 0; i < 200; i += 1) {
      const x = Math.floor(Math.random() * 60);
      const cache = { dir, maxSize: 60_000 };
      if ((await runLocal(write, { x }, { cache, onEvent })) !== textOf(x)) wrong += 1;
    }
    return { wrong, reasons };
  },
  async "one at a time"() {
    let wrong = 0;
    for (let x = 0; x < 25; x += 1)
      if ((await runLocal(alone, { x }, { cache: dir, onEvent })) !== x * 2) wrong += 1;
    return { wrong, reasons };
  },
  async stuck() {
    return { result: await runLocal(stuck, { x: 7 }, { cache: dir, onEvent }), reasons };
  },
};

console.log(JSON.stringify(await programs[what]?.()));
