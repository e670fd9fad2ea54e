/** The twins of the golden cases c10 and c12: imperative workflows, typed where they are declared up front. */
import { imperativeWorkflow, t, task, workflow } from "@flytekit-ts/workflow";
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
grown.addWorkflowOutput("count", count);
grown.addWorkflowOutput("counts", [count, 1], t.list(t.int()));
// @ts-expect-error a list of promises needs a type
grown.addWorkflowOutput("untyped", [count, 1]);
// @ts-expect-error of the same kind
grown.addWorkflowOutput("texts", [count], t.list(t.string()));
grown.addTask(announce, {}, { after: [grown.addTask(announce, {})] });
// @ts-expect-error a workflow is no task
grown.addTask(called, { s: "a" });
grown.addSubWorkflow(called, { s: "a" });
// @ts-expect-error and a task no workflow
grown.addSubWorkflow(announce, {});
// @ts-expect-error nor a launch plan
grown.addLaunchPlan(announce, {});
const chosen = grown
  .createConditional("chosen")
  .if(count.gt(1), () => greet({ a: "many" }))
  .else(() => greet({ a: "few" }));
grown.addEntity(greet, { a: chosen });
// @ts-expect-error the arms give texts
grown.addEntity(join, { parts: chosen, extra: {} });
// @ts-expect-error a handler takes every input that was declared
wf.addOnFailureHandler(announce);
wf.addOnFailureHandler(task({ name: "handle", inputs: { in1: t.string(), in2: t.string() } }, () => {}));
// @ts-expect-error a handler is an entity
grown.addOnFailureHandler(() => {});
