/** MAP_TARGET_INVALID: a map over a task that gives two things. */
import { mapTask, t, task } from "@flytekit-ts/workflow";

const split = task(
  { name: "split", inputs: { s: t.string() }, outputs: { head: t.string(), rest: t.string() } },
  ({ s }) => ({ head: s.slice(0, 1), rest: s.slice(1) }),
);

// @ts-expect-error one output at most
export const splits = mapTask(split); // here
