/** VOID_USED_AS_VALUE: the result of a task without outputs is returned. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});

// @ts-expect-error it gives nothing
const pipeline = workflow({ name: "pipeline", output: t.int() }, () => announce()); // here

compile(pipeline);
