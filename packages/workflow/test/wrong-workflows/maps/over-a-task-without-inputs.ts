/** OPTION_INVALID: a map over a task that takes nothing. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const one = task({ name: "one", output: t.int() }, () => 1);

const pipeline = workflow({ name: "pipeline", output: t.list(t.int()) }, () => mapTask(one)()); // here

compile(pipeline);
