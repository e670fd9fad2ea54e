/** VALUE_TYPE_MISMATCH: an arm without a question. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    // @ts-expect-error the question comes first
    .if(() => square({ x: n })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
