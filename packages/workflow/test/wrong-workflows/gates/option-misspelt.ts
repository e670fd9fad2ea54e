/** OPTION_UNKNOWN: an option of a gate is misspelt. */
import { compile, t, waitForInput, workflow } from "@flytekit-ts/workflow";

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  // @ts-expect-error it is called `timeout`
  return waitForInput("limit", t.int(), { timeOut: "2 hours" }); // here
});

compile(pipeline);
