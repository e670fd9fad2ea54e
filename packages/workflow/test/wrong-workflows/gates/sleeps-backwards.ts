/** OPTION_INVALID: a span of time below zero. */
import { compile, sleep, workflow } from "@flytekit-ts/workflow";

const pipeline = workflow({ name: "pipeline" }, () => {
  sleep(-1000); // here
});

compile(pipeline);
