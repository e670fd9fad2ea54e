/** OPTION_INVALID: an id without a letter. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const begin = task({ name: "begin" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  begin({}, { id: "" }); // here
});

compile(pipeline);
