import { t, task, workflow } from "@flytekit-ts/workflow";

export const weigh = task(
  { name: "weigh", inputs: { crates: t.int() }, output: t.int() },
  ({ crates }) => 12 * crates,
);
export const haul = workflow({ name: "haul", inputs: { crates: t.int() }, output: t.int() }, ({ crates }) =>
  weigh({ crates }),
);
