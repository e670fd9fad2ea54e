import { dynamic, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

export const square = task(
  { name: "flows.square", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * x,
);

export const onGpu = task(
  { name: "flows.on_gpu", inputs: { x: t.int() }, output: t.int(), image: "{{.image.gpu}}" },
  ({ x }) => x,
);

export const inner = workflow({ name: "flows.inner", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  square({ x }),
);

export const fan = dynamic(
  { name: "flows.fan", inputs: { n: t.int() }, output: t.list(t.int()), uses: [square] },
  ({ n }) => Array.from({ length: n }, (_, x) => square({ x })),
);

export const outer = workflow({ name: "flows.outer", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  fan({ n: x });
  return inner({ x });
});

export const plan = launchPlan(outer, { name: "flows.plan", fixedInputs: { x: 3 } });

export const number = 7;
