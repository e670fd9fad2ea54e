/** TYPE_UNKNOWN: an input of nobody knows what. */
import { compile, waitForInput, workflow } from "@flytekit-ts/workflow";

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error a type is needed
  waitForInput("limit"); // here
});

compile(pipeline);
