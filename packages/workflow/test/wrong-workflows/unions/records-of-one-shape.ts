/** UNION_AMBIGUOUS: a record in a list, of which the records of a union differ by name only. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const circle = t.struct("Circle", { size: t.float() });
const square = t.struct("Square", { size: t.float() });
const draw = task({ name: "draw", inputs: { shapes: t.list(t.union([circle, square])) } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  draw({ shapes: [t.as(circle, { size: 1 }), { size: 2 }] }); // here
});

compile(pipeline);
