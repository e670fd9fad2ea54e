/** warning REQUEST_TOO_LARGE, warning CLOSURE_TOO_LARGE: constants that one request cannot hold. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { rows: t.list(t.string()) } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // here x2
  load({ rows: Array.from({ length: 500 }, () => "x".repeat(10_000)) });
});

export const { warnings } = compile(pipeline);
