// Modules that containers load in tests.
import { channel } from "node:diagnostics_channel";
import { functionTask } from "@flytekit-ts/core/tasks";
import { dynamic, IgnoreOutputs, t, task, type TaskContext, workflow } from "@flytekit-ts/workflow";

const x = t.int();

export const same = task({ name: "tasks.same", inputs: { x }, output: x }, ({ x: given }) => given);

export const concat = task(
  { name: "tasks.concat", inputs: { a: t.string(), b: t.string().default("!") }, output: t.string() },
  ({ a, b }) => a + b,
);

export const noInputs = task({ name: "tasks.noInputs", output: x }, () => 7);

export const maybe = task(
  { name: "tasks.maybe", inputs: { a: t.optional(x), b: t.union([x, t.none()]) }, output: t.string() },
  ({ a, b }) => `${a} ${b}`,
);

export class ValueError extends Error {}

export const raises = task({ name: "tasks.raises", inputs: { text: t.string() }, output: x }, ({ text }) => {
  throw new ValueError(text);
});

export const retried = task(
  { name: "tasks.retried", inputs: { text: t.string() }, output: x, retries: 2 },
  async ({ text }) => {
    await Promise.resolve();
    throw new Error(text, { cause: new TypeError("below") });
  },
);

export const coded = task({ name: "tasks.coded", output: x }, () => {
  throw Object.assign(new Error("c"), { errorCode: 418, timestamp: new Date(1500) });
});

export const ignored = task({ name: "tasks.ignored", output: x }, () => {
  throw new IgnoreOutputs("not the leader");
});

export const throwsText = task({ name: "tasks.throwsText", output: x }, () => {
  // An author may throw anything.
  throw "just text" as unknown;
});

export const wrong = task({ name: "tasks.wrong", output: x }, () => "text" as unknown as number);

export const tooBig = task({ name: "tasks.tooBig", inputs: { x }, output: x }, ({ x: n }) => n * 2 ** 60);

export const writes = task(
  { name: "tasks.writes", inputs: { text: t.string() }, output: t.file("txt") },
  async ({ text }, { newFile }) => {
    const { writeFile } = await import("node:fs/promises");
    const path = newFile("greeting.txt");
    await writeFile(path, text);
    return path;
  },
);

export const streams = task({ name: "tasks.streams", output: t.file("csv") }, async function* () {
  yield new TextEncoder().encode("a,b");
  throw new ValueError("halfway");
});

export const counts = task(
  { name: "tasks.counts", inputs: { by: x }, output: x },
  async ({ by }, { checkpoint }) => {
    const before = await checkpoint.read();
    const now = (before === undefined ? 0 : Number(new TextDecoder().decode(before))) + by;
    await checkpoint.write(String(now));
    return now;
  },
);

export const tells = task(
  { name: "tasks.tells", output: t.string(), secrets: [{ group: "db", key: "password" }] },
  (_, { secrets, logger }) => {
    const value = secrets.get("db/password");
    logger.info(`using ${value}`, { value });
    throw new Error(`cannot log in with ${value}`);
  },
);

export const withDeck = task(
  { name: "tasks.withDeck", inputs: { x }, output: x, deck: true },
  ({ x: n }, { deck }) => {
    deck.append({ title: "mine", html: "<b>hello</b>" });
    if (n < 0) throw new Error("with a deck");
    return n;
  },
);

export const allTabs = task(
  {
    name: "tasks.allTabs",
    inputs: { x },
    output: x,
    deck: { tabs: ["inputs", "outputs", "source", "timeline"] },
  },
  ({ x: n }) => n,
);

/** Told when a task begins to wait: a test acts on it then, and not after some time. */
export const WAITING = "tasks.waiting";

const untilAborted = async (_: unknown, { signal }: TaskContext): Promise<number> => {
  const aborted = new Promise((resolve) => signal.addEventListener("abort", resolve));
  channel(WAITING).publish(undefined);
  await aborted;
  return 1;
};

export const waits = task({ name: "tasks.waits", output: x }, untilAborted);

/** May be tried again after a range error. */
export const waitsAgain = task(
  { name: "tasks.waitsAgain", output: x, retry: { on: [RangeError] } },
  untilAborted,
);

const hidden = task({ name: "tasks.hidden", inputs: { x }, output: x }, ({ x: n }) => n + 1);

export const flow = workflow({ name: "tasks.flow", inputs: { x }, output: x }, ({ x: n }) =>
  hidden({ x: n }),
);

export const spread = dynamic(
  { name: "tasks.spread", inputs: { n: x }, output: t.list(x), uses: [same] },
  ({ n }) => Array.from({ length: n }, (_, i) => same({ x: i })),
);

export const failsInside = dynamic(
  { name: "tasks.failsInside", inputs: { n: x }, output: x, uses: [same], retries: 1 },
  ({ n }) => {
    same({ x: n });
    throw new ValueError(`cannot ${n}`);
  },
);

export const bindsWrong = dynamic({ name: "tasks.bindsWrong", output: x, uses: [same] }, () =>
  same({ x: "text" as unknown as number }),
);

export const joins = task(
  { name: "tasks.joins", inputs: { a: t.string(), b: t.string(), sep: t.string() }, output: t.string() },
  ({ a, b, sep }) => a + sep + b,
);

export const oddOnly = task({ name: "tasks.oddOnly", inputs: { x }, output: x }, ({ x: n }) => {
  if (n % 2 === 0) throw new ValueError(`${n} is even`);
  return n;
});

// A kind of task of a plugin, whose hooks do what the variables `BEFORE` and `AFTER` say.
export const hooked = functionTask(
  { name: "tasks.hooked", module: import.meta.url, inputs: { x }, output: x },
  ({ x: n }) => n + 1000,
  {
    words: "hooked task",
    callee: plain,
    before: () => {
      if (process.env["BEFORE"] === "fail") throw new ValueError("before the task");
    },
    after: (result: number) => {
      if (process.env["AFTER"] === "fail") throw new ValueError("after the task");
      if (process.env["AFTER"] === "ignore") throw new IgnoreOutputs("not the leader");
      return process.env["AFTER"] === "add" ? result + 1 : undefined;
    },
  },
);

export function plain(): void {}
/** Neither a task nor a function. */
export const data = 5;

export const leaves = task({ name: "tasks.leaves", inputs: { code: x }, output: x }, ({ code }) => {
  process.exit(code);
});

export const prints = task(
  { name: "tasks.prints", inputs: { text: t.string() }, output: t.string() },
  ({ text }) => {
    console.log(text);
    console.error("on stderr");
    return text;
  },
);
