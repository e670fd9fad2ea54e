import { writeFileSync } from "node:fs";
import { IgnoreOutputs, t, task } from "@flytekit-ts/workflow";

/** Stands for flytekit's class of errors that are worth another attempt. */
class Recoverable extends Error {}
class Again extends Recoverable {}
class Coded extends Error {
  readonly errorCode = "MY:CODE";
}
class Numbered extends Error {
  readonly errorCode = 418;
}

const retry = { on: [Recoverable] };
const text = { text: t.string() };
const int = t.int();

export const raises = task({ name: "s06_errors.raises", inputs: text, output: int }, (given): number => {
  throw new RangeError(given.text);
});
export const recoverable = task(
  { name: "s06_errors.recoverable", inputs: text, output: int, retry },
  (given): number => {
    throw new Recoverable(given.text);
  },
);
export const recoverableChild = task(
  { name: "s06_errors.recoverable_child", inputs: text, output: int, retry },
  (given): number => {
    throw new Again(given.text);
  },
);
export const caused = task({ name: "s06_errors.caused", inputs: text, output: int }, (given): number => {
  throw new Error(given.text, { cause: new TypeError("key") });
});
export const whileHandling = task(
  { name: "s06_errors.while_handling", inputs: text, output: int },
  (given): number => {
    try {
      return Number(1n / 0n);
    } catch (cause) {
      throw new Error(given.text, { cause });
    }
  },
);
export const coded = task({ name: "s06_errors.coded", inputs: text, output: int }, (given): number => {
  throw new Coded(given.text);
});
export const numbered = task({ name: "s06_errors.numbered", inputs: text, output: int }, (given): number => {
  throw new Numbered(given.text);
});
export const byAttempt = task(
  { name: "s06_errors.by_attempt", inputs: { good: int }, output: int, retries: 3, retry },
  ({ good }, { attempt }) => {
    if (attempt < good) throw new Recoverable(`attempt ${attempt}`);
    return attempt;
  },
);
export const longMessage = task(
  { name: "s06_errors.long_message", inputs: { n: int }, output: int },
  ({ n }): number => {
    throw new Error("x".repeat(n));
  },
);
export const ignored = task({ name: "s06_errors.ignored", inputs: text, output: int }, (given): number => {
  throw new IgnoreOutputs(given.text);
});

export const leaves = task(
  { name: "s06_errors.leaves", inputs: { code: int }, output: int },
  ({ code }): number => process.exit(code),
);
export const leavesHard = task(
  { name: "s06_errors.leaves_hard", inputs: { code: int }, output: int },
  ({ code }): number => process.exit(code),
);
export const killsItself = task({ name: "s06_errors.kills_itself", output: int }, async () => {
  process.kill(process.pid, "SIGKILL");
  await seconds(10);
  return 1;
});
export const waits = task(
  { name: "s06_errors.waits", inputs: { marker: t.string() }, output: int },
  async ({ marker }) => {
    writeFileSync(marker, "");
    await seconds(30);
    return 1;
  },
);

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}

export const prints = task({ name: "s06_errors.prints", inputs: text, output: t.string() }, (given) => {
  console.log(given.text);
  console.error("on stderr");
  return given.text;
});
export const noMessage = task({ name: "s06_errors.no_message", output: int }, (): number => {
  throw new Error();
});
export const asserts = task({ name: "s06_errors.asserts", inputs: { x: int }, output: int }, ({ x }) => {
  if (x <= 0) throw new Error("x must be positive");
  return x;
});
export const secret = task(
  {
    name: "s06_errors.secret",
    inputs: { group: t.string(), key: t.string() },
    output: t.string(),
    secrets: [
      { group: "db", key: "pass" },
      { group: "Db", key: "Pass" },
      { group: "db", key: "none" },
    ],
  },
  ({ group, key }, { secrets }) => secrets.get({ group, key }),
);
