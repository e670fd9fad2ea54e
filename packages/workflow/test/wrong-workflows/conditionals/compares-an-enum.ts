/** CONDITION_NOT_COMPARABLE: an enum is compared. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { color: t.enum(["red", "green"]) } }, ({ color }) => {
  conditional("color")
    // @ts-expect-error enums are not compared
    .if(color.eq("red"), () => square({ x: 1 })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
