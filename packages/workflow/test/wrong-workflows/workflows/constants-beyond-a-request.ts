/** warning REQUEST_TOO_LARGE, warning CLOSURE_TOO_LARGE: constants that one request cannot hold. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { rows: t.list(t.int()) } }, () => {});

// Two limits.
const pipeline = workflow({ name: "pipeline" }, () => {
  // here x2
  load({ rows: Array.from({ length: 500_000 }, (_, row) => row) });
});

export const { warnings } = compile(pipeline);
