/** OUTPUT_MISSING: a generator for a body. */
import { compile, t, workflow } from "@flytekit-ts/workflow";

const signature = { name: "pipeline", inputs: { n: t.int() }, outputs: { n: t.int() } } as const;
// @ts-expect-error a body returns
const pipeline = workflow(signature, function* ({ n }) {
  // here
  yield { n };
});

compile(pipeline);
