/** OPTION_INVALID: two outputs under one name, one of which Flyte would lose. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.string(), tail: t.string() } }, () => {
  return { head: "a", tail: "b" };
});

const pipeline = workflow({ name: "pipeline" }, () => {
  split({}, { aliases: { head: "tail" } }); // here
});

compile(pipeline);
