import { t, task, workflow } from "@flytekit-ts/workflow";

export const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

export const area = workflow({ name: "area", inputs: { side: t.int() }, output: t.int() }, ({ side }) => {
  return square({ x: side });
});
