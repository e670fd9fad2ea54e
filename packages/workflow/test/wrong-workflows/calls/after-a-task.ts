/** AFTER_NOT_A_RESULT: a call that comes after a task, rather than after a call of it. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});
const clean = task({ name: "clean" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  announce();
  // @ts-expect-error an entity is no result
  clean({}, { after: [announce] }); // here
});

compile(pipeline);
