/** warning FRACTION_OF_SECOND_IGNORED: a duration that is compared with half a second. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", output: t.duration() }, () => 900);
const report = task({ name: "report", inputs: { took: t.duration() } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  const took = load();
  conditional("slow") // here
    .if(took.gt(500), () => report({ took }))
    .fail("fast enough");
});

export const { warnings } = compile(pipeline);
