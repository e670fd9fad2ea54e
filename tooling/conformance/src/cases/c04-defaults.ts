import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

export const scale = task(
  {
    name: "c04_defaults.scale",
    inputs: { x: t.float(), factor: t.float().default(2.5), label: t.optional(t.string()) },
    output: t.float(),
  },
  ({ x, factor }) => x * factor,
);

const defaults = workflow(
  {
    name: "c04_defaults.defaults",
    inputs: { x: t.float().default(1.5), flag: t.boolean().default(true), note: t.optional(t.string()) },
    output: t.float(),
  },
  ({ x, note }) => scale({ x, label: note }),
);

/** Task defaults become static bindings; workflow defaults appear only in the launch plan; optional inputs. */
export const entities = [defaults, launchPlan(defaults)];
