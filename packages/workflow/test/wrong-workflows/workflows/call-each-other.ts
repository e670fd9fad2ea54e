/** WORKFLOW_RECURSIVE: two workflows that contain each other, one of them in an arm. */
import { compile, conditional, t, task, workflow, type Workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const inputs = { n: t.int() };
const ping = workflow({ name: "ping", inputs }, ({ n }) => {
  pong({ n });
});
const pong: Workflow<typeof inputs, undefined> = workflow({ name: "pong", inputs }, ({ n }) => {
  conditional("enough")
    .if(n.gt(10), () => ping({ n })) // here
    .else(() => square({ x: n }));
});

compile(ping);
