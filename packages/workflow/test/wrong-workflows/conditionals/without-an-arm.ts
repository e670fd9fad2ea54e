/** CONDITIONAL_UNFINISHED: a conditional that was opened and given no arm at all. */
import { compile, conditional, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  announce();
  conditional("size"); // here
});

compile(pipeline);
