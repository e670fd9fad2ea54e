import { writeFileSync } from "node:fs";
import { IgnoreOutputs, t, task } from "@flytekit-ts/workflow";

class Recoverable extends Error {}
class Empty extends Error {
  readonly errorCode = "";
}
class Nothing extends Error {
  readonly errorCode = undefined;
}
class CodedAgain extends Recoverable {
  readonly errorCode = "AGAIN:LATER";
}
class Plain extends Error {}

const given = { inputs: { text: t.string() }, output: t.int() };
const retry = { on: [Recoverable] };

function helper(text: string): never {
  throw new Plain(text);
}

export const inHelper = task({ name: "m06_errors.in_helper", ...given }, ({ text }): number => helper(text));
export const emptyCode = task({ name: "m06_errors.empty_code", ...given }, ({ text }): number => {
  throw new Empty(text);
});
export const noCode = task({ name: "m06_errors.no_code", ...given }, ({ text }): number => {
  throw new Nothing(text);
});
export const codedAgain = task({ name: "m06_errors.coded_again", ...given, retry }, ({ text }): number => {
  throw new CodedAgain(text);
});
export const retriedPlain = task(
  { name: "m06_errors.retried_plain", ...given, retries: 2, retry },
  ({ text }): number => {
    throw new Plain(text);
  },
);
export const ignoredChild = task({ name: "m06_errors.ignored_child", ...given }, ({ text }): number => {
  throw new (class Mine extends IgnoreOutputs {})(text);
});
export const deep = task(
  { name: "m06_errors.deep", inputs: { n: t.int() }, output: t.int() },
  ({ n }): number => {
    const go = (left: number): number => {
      if (left === 0) throw new Error("at the bottom");
      return go(left - 1) + 1;
    };
    return go(n);
  },
);
const code = { inputs: { code: t.int() }, output: t.string() };
export const ends = task({ name: "m06_errors.ends", ...code }, (leaving): string =>
  process.exit(leaving.code),
);
export const quits = task({ name: "m06_errors.quits", ...code }, (leaving): string => {
  console.log("leaving");
  return process.exit(leaving.code);
});
export const lingers = task(
  { name: "m06_errors.lingers", inputs: { marker: t.string() }, output: t.string() },
  async ({ marker }) => {
    writeFileSync(marker, "");
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    return "late";
  },
);
export const failsOn = task(
  { name: "m06_errors.fails_on", inputs: { x: t.int(), bad: t.int().default(3) }, output: t.int() },
  ({ x, bad }) => {
    if (x === bad) throw new RangeError(`${x} is ${bad}: 100% of {it}`);
    return x;
  },
);
export const causeChain = task({ name: "m06_errors.cause_chain", ...given }, ({ text }): number => {
  throw new Error(text, { cause: new Error("middle", { cause: new TypeError("inner") }) });
});
export const envOf = task(
  { name: "m06_errors.env_of", inputs: { name: t.string() }, output: t.string() },
  ({ name }) => process.env[name] ?? "unset",
);
