/** AFTER_NOT_A_RESULT: one result where a list of them is wanted. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});
const clean = task({ name: "clean" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  const done = announce();
  // @ts-expect-error a list is wanted
  clean({}, { after: done }); // here
});

compile(pipeline);
