/** OPTION_NEEDS_TASK: another name for the output of a map. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { ns: t.list(t.int()) } }, ({ ns }) => {
  // @ts-expect-error the outputs of a map are one list
  mapTask(square)({ x: ns }, { aliases: { o0: "squares" } }); // here
});

compile(pipeline);
