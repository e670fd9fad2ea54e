import { t, task } from "@flytekit-ts/workflow";

/** A package that is on the machine that registers, and not in the image. */
const MISSING = "a-package-that-is-not-there";

if (process.env["FLYTE_INTERNAL_TASK_VERSION"] !== undefined) await import(MISSING);

export const unlucky = task(
  { name: "s12_bad_import.unlucky", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x,
);
