/** OPTION_NEEDS_TASK: an image for an approval. */
import { approve, compile, t, workflow } from "@flytekit-ts/workflow";

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error a gate has no container
const pipeline = workflow(signature, ({ n }) => approve(n, "limit", { image: "example/image:1" })); // here

compile(pipeline);
