import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { threadId } from "node:worker_threads";
import { NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

/** The tasks of the tests of isolation. They are found again by this module. */
export const double = task({ name: "iso.double", inputs: { x: t.int() }, output: t.int() }, ({ x }) => 2 * x);
export const where = task({ name: "iso.where", output: t.string() }, () => `${process.pid} ${threadId}`);
export const whereInProcess = task(
  { name: "iso.whereInProcess", output: t.string(), isolation: "process" },
  () => `${process.pid} ${threadId}`,
);
export const beats = task(
  { name: "iso.beats", inputs: { path: t.string() }, timeout: 60_000 },
  ({ path }) => {
    for (let beat = 0; ; beat += 1) writeFileSync(path, `${beat}`);
  },
);
export const exits = task({ name: "iso.exits", inputs: { code: t.int() } }, ({ code }) => process.exit(code));
export const says = task({ name: "iso.says" }, (_, { logger }) => {
  console.log("hello");
  process.stderr.write("there\n");
  logger.warn("logged");
  process.stdout.write(new TextEncoder().encode("grüße"));
});
export const fails = task({ name: "iso.fails" }, () => {
  throw new RangeError("too far", { cause: new Error("because") });
});
export const failsLate = task({ name: "iso.failsLate" }, async () => {
  setTimeout(() => {
    throw new Error("late");
  }, 1);
  await new Promise(() => {});
});
export const rejectsLate = task({ name: "iso.rejectsLate" }, async () => {
  void Promise.reject(new Error("nobody awaits this"));
  await new Promise(() => {});
});
export const throwsNumber = task({ name: "iso.throwsNumber" }, () => {
  throw 5;
});
export const rejectsNull = task({ name: "iso.rejectsNull" }, async () => {
  const nothing: unknown = null;
  void Promise.resolve().then(() => {
    throw nothing;
  });
  await new Promise(() => {});
});
const seen = { isWaiting: false, hasThrown: false };
export const leavesBehind = task({ name: "iso.leavesBehind" }, () => {
  const timer = setInterval(() => {
    if (!seen.isWaiting) return;
    clearInterval(timer);
    console.log("written late");
    seen.hasThrown = true;
    throw new RangeError("left behind");
  }, 1);
});
export const comesAfter = task({ name: "iso.comesAfter", output: t.boolean() }, async () => {
  seen.isWaiting = true;
  // In another worker this would never end.
  while (!seen.hasThrown) await wait(1);
  console.log("written in time");
  return seen.hasThrown;
});
export const leftBehind = workflow({ name: "iso.leftBehind", output: t.boolean() }, () =>
  comesAfter({}, { after: [leavesBehind()] }),
);
export const hungry = task({ name: "iso.hungry" }, () => {
  const all: unknown[] = [];
  for (;;) all.push(Array.from({ length: 1000 }, () => ({})));
});
export const flaky = task(
  { name: "iso.flaky", inputs: { path: t.string() }, output: t.int(), retries: 2 },
  ({ path }, { attempt }) => {
    writeFileSync(path, `${attempt}`, { flag: "a" });
    if (attempt < 2) process.exit(1);
    return attempt;
  },
);
export const never = task({ name: "iso.never", retries: 5, inputs: { path: t.string() } }, ({ path }) => {
  writeFileSync(path, "x", { flag: "a" });
  throw new NonRecoverableError("no use");
});
export const stops = task(
  { name: "iso.stops", timeout: 100, inputs: { path: t.string() } },
  (_, { signal }) =>
    new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => {
        writeFileSync(_.path, (signal.reason as Error).message);
        resolve();
      });
    }),
);
export const write = task({ name: "iso.write", output: t.file("txt") }, (_, { newFile }) => {
  const path = newFile("a.txt");
  writeFileSync(path, "written");
  return path;
});
export const read = task(
  { name: "iso.read", inputs: { file: t.file() }, output: t.string() },
  async ({ file }) => readFileSync(await file.path(), "utf8"),
);
export const stored = task(
  { name: "iso.stored", inputs: { file: t.file() }, output: t.file() },
  async ({ file }) => new TextEncoder().encode(`${await file.text()}!`),
);
export const files = workflow({ name: "iso.files", output: t.string() }, () => read({ file: write() }));
export const both = workflow(
  {
    name: "iso.both",
    outputs: { bad: t.int(), good: t.int() },
    failurePolicy: "fail-after-executable-nodes-complete",
  },
  () => {
    exits({ code: 7 });
    return { bad: double({ x: 1 }), good: double({ x: double({ x: 5 }) }) };
  },
);
const hidden = task({ name: "iso.hidden" }, () => {});
/** A task that no module exports. */
export const notExported = (): typeof hidden => hidden;
export const made = (name: string) => task({ name, output: t.int() }, () => 1);
export const full = task(
  { name: "iso.full", retries: 1, deck: true, secrets: [{ group: "g", key: "k" }], output: t.string() },
  async (_, { attempt, checkpoint, deck, logger, secrets }) => {
    const before = new TextDecoder().decode((await checkpoint.read()) ?? new Uint8Array());
    await checkpoint.write(`${before}${attempt}`);
    const secret = secrets.get("g/k");
    deck.text(`attempt ${attempt} ${secret}`);
    logger.info(`it is ${secret}`, { attempt });
    console.log(secret);
    if (attempt === 0) throw new Error("again");
    return `${before}${secret.length}`;
  },
);
class Busy extends Error {}
let tries = 0;
/** Tried again where errors keep their class, and in one worker. */
export const picky = task(
  { name: "iso.picky", retries: 3, retry: { on: [Busy] }, inputs: { path: t.string() } },
  ({ path }) => {
    writeFileSync(path, "x", { flag: "a" });
    tries += 1;
    if (tries % 2 === 1) throw new Busy("busy");
    throw new RangeError("not that");
  },
);
