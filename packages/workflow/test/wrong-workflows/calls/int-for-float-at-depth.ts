/** BINDING_TYPE_MISMATCH: an int lies deep among floats. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const table = { rows: t.list(t.map(t.float())) };
const total = task({ name: "total", inputs: table, output: t.float() }, ({ rows }) => rows.length);
const count = task({ name: "count", output: t.int() }, () => 3);

const pipeline = workflow({ name: "pipeline", inputs: { x: t.float() }, output: t.float() }, ({ x }) => {
  const n = count();
  // @ts-expect-error an int is no float, however deep it lies
  return total({ rows: [{ a: x }, { a: 1, b: n }] }); // here
});

compile(pipeline);
