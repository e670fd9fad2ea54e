/** OUTPUT_MISSING: a `switch` of JavaScript over a promise, none of whose cases is met. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const paint = task({ name: "paint", output: t.string() }, () => "red");

const signature = { name: "pipeline", inputs: { color: t.string() }, output: t.string() } as const;
// @ts-expect-error not every way returns something
const pipeline = workflow(signature, ({ color }) => {
  // here
  // @ts-expect-error a promise is no text
  if (color === "red") return paint();
});

compile(pipeline);
