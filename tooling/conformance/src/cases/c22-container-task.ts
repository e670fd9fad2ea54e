import { containerTask, t, task, workflow } from "@flytekit-ts/workflow";

const ellipse = containerTask({
  name: "ellipse.area",
  image: "example/ellipse:1",
  inputDir: "/var/inputs",
  outputDir: "/var/outputs",
  inputs: { a: t.float(), b: t.float() },
  outputs: { area: t.float(), metadata: t.string() },
  command: ["./calculate.sh", "{{.inputs.a}}", "{{.inputs.b}}", "/var/outputs"],
});
export const report = task(
  { name: "c22_container_task.report", inputs: { area: t.float() }, output: t.string() },
  ({ area }) => String(area),
);

const areas = workflow(
  { name: "c22_container_task.areas", inputs: { a: t.float() }, output: t.string() },
  ({ a }) => report({ area: ellipse({ a, b: 2 }).area }),
);

/** A container task beside a function task. */
export const entities = [areas];
