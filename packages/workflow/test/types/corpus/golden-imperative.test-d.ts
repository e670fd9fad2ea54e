/** The twins of the golden cases c10 and c12: imperative workflows, typed where they are declared up front. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { imperativeWorkflow } from "../later-api.js";
import { announce } from "../support/entities.js";

const greet = task({ name: "greet", inputs: { a: t.string() }, output: t.string() }, ({ a }) => a);
const join = task(
  { name: "join", inputs: { parts: t.list(t.string()), extra: t.map(t.string()) }, output: t.string() },
  ({ parts }) => parts.join(" "),
);

const wf = imperativeWorkflow({
  name: "my.imperative",
  inputs: { in1: t.string(), in2: t.string() },
  outputs: { greeting: t.string(), both: t.list(t.string()) },
});
const greeted = wf.addEntity(greet, { a: wf.inputs.in1 });
const announced = wf.addEntity(announce, {});
const joined = wf.addEntity(
  join,
  { parts: [greeted.outputs.o0, wf.inputs.in2, "x"], extra: { k: greeted.outputs.o0 } },
  { id: "joined" },
);
wf.addWorkflowOutput("greeting", greeted.outputs.o0);
wf.addWorkflowOutput("both", [greeted.outputs.o0, joined.outputs.o0, "constant"]);
// @ts-expect-error a greeting is a text
wf.addWorkflowOutput("greeting", 3);
// @ts-expect-error no such output was declared
wf.addWorkflowOutput("farewell", greeted.outputs.o0);
// @ts-expect-error a is a text
wf.addEntity(greet, { a: 3 });
// @ts-expect-error a is missing
wf.addEntity(greet, {});
// @ts-expect-error no such input was declared
wf.addEntity(greet, { a: wf.inputs.in3 });
// @ts-expect-error what gives nothing has no outputs
void announced.outputs.o0;
// @ts-expect-error one bare output is o0
void greeted.outputs.greeting;

export const called = workflow({ name: "called", inputs: { s: t.string() }, output: t.string() }, ({ s }) => {
  // @ts-expect-error in2 is missing
  wf({ in1: s });
  return wf({ in1: s, in2: "b" }).greeting;
});

const grown = imperativeWorkflow({ name: "grown" });
const count = grown.addWorkflowInput("count", t.int());
// @ts-expect-error an input added later has its type, too
grown.addEntity(greet, { a: count });
grown.addOnFailureHandler(announce);
// @ts-expect-error a handler is an entity
grown.addOnFailureHandler(() => {});
