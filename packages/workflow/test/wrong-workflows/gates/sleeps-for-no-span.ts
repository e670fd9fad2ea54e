/** OPTION_INVALID: a span of time that is none. */
import { compile, sleep, workflow } from "@flytekit-ts/workflow";

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error a number or a text
  sleep({ minutes: 5 }); // here
});

compile(pipeline);
