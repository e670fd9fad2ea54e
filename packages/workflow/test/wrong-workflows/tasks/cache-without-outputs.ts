/** warning CACHE_WITHOUT_OUTPUTS: a cache of a task that has nothing to be cached. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", cache: { version: "1" } }, () => {}); // here

const pipeline = workflow({ name: "pipeline" }, () => void load());

export const { warnings } = compile(pipeline);
