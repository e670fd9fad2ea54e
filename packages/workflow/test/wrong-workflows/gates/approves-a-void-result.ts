/** APPROVAL_INVALID: an approval of a task that gives nothing. */
import { approve, compile, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error it gives nothing
  approve(announce(), "announcement"); // here
});

compile(pipeline);
