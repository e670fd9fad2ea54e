/** OPTION_UNKNOWN: an option of a compilation is misspelt. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

// @ts-expect-error it is called allow
compile(job, undefined, { allows: ["CACHE_OVERRIDE_IGNORED"] }); // here
