/** APPROVAL_INVALID: an approval of what is known already. */
import { approve, compile, workflow } from "@flytekit-ts/workflow";

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error a promise is wanted
  approve(3, "limit"); // here
});

compile(pipeline);
