import { t, task } from "@flytekit-ts/workflow";

const step = (x: number): number => x + 1;

/** A task whose cache version is computed. */
export const next = task(
  { name: "auto.next", inputs: { x: t.int() }, output: t.int(), cache: { version: "auto" } },
  ({ x }) => step(x),
);
