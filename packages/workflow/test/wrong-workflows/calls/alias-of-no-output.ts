/** OPTION_INVALID: another name for an output that is not there. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.string(), tail: t.string() } }, () => {
  return { head: "a", tail: "b" };
});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error there is no such output
  split({}, { aliases: { rest: "others" } }); // here
});

compile(pipeline);
