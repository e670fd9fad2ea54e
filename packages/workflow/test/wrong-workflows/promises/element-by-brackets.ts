/** INPUT_MISSING: brackets instead of `at`. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { who: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { names: t.list(t.string()) } }, ({ names }) => {
  // @ts-expect-error elements are taken by at
  greet({ who: names[0] }); // here
});

compile(pipeline);
