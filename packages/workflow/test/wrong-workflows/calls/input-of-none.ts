/** INPUT_UNKNOWN: an input for a task that takes none. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  // @ts-expect-error it takes nothing
  announce({ n }); // here
});

compile(pipeline);
