/** warning CLOSURE_TOO_LARGE: constants that make a workflow larger than Flyte reads back. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { rows: t.list(t.string()) } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // here
  load({
    rows: Array.from({ length: 40_000 }, () => "the same long row of a table, over and over again ..."),
  });
});

export const { warnings } = compile(pipeline);
