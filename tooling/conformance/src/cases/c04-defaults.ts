import { t, task, workflow } from "@flytekit-ts/workflow";

const scale = task(
  {
    name: "c04_defaults.scale",
    inputs: { x: t.float(), factor: t.float().default(2.5), label: t.optional(t.string()) },
    output: t.float(),
  },
  ({ x, factor }) => x * factor,
);

/** Task defaults become static bindings; workflow defaults appear only in the launch plan; optional inputs. */
export const entity = workflow(
  {
    name: "c04_defaults.defaults",
    inputs: { x: t.float().default(1.5), flag: t.boolean().default(true), note: t.optional(t.string()) },
    output: t.float(),
  },
  ({ x, note }) => scale({ x, label: note }),
);
