import { imperativeWorkflow, t, task } from "@flytekit-ts/workflow";

export const greet = task(
  { name: "c10_imperative.greet", inputs: { a: t.string() }, output: t.string() },
  ({ a }) => `${a} world`,
);
export const sideEffect = task({ name: "c10_imperative.side_effect" }, () => {});
export const join = task(
  {
    name: "c10_imperative.join",
    inputs: { parts: t.list(t.string()), extra: t.map(t.string()) },
    output: t.string(),
  },
  ({ parts }) => parts.join(" "),
);

const greeting = imperativeWorkflow({
  name: "my.imperative",
  inputs: { in1: t.string(), in2: t.string() },
  outputs: { greeting: t.string(), both: t.list(t.string()) },
});
const greeted = greeting.addEntity(greet, { a: greeting.inputs.in1 });
const done = greeting.addEntity(sideEffect, {});
const joined = greeting.addEntity(
  join,
  { parts: [greeted.outputs.o0, greeting.inputs.in2, "x"], extra: { k: greeted.outputs.o0 } },
  { after: [done] },
);
greeting.addWorkflowOutput("greeting", greeted.outputs.o0);
greeting.addWorkflowOutput("both", [greeted.outputs.o0, joined.outputs.o0]);

/** A workflow that is put together node by node. */
export const entities = [greeting];
