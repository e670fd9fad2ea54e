/** BINDING_TYPE_MISMATCH: a promised record where a map is taken. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const point = t.struct("Point", { x: t.int(), y: t.int() });
const sum = task({ name: "sum", inputs: { values: t.map(t.int()) }, output: t.int() }, () => 1);

const pipeline = workflow({ name: "pipeline", inputs: { at: point }, output: t.int() }, ({ at }) => {
  // @ts-expect-error a record is no map
  return sum({ values: at }); // here
});

compile(pipeline);
