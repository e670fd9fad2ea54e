// Uses what the plugin exports, and what is declared here, in every way, and prints how each ends.
import { around, count, fail, square, squared } from "@acme/plugin";
import { mock, runLocal } from "@flytekit-ts/local-exec";
import {
  compile,
  conditional,
  imperativeWorkflow,
  isFlytekitError,
  launchPlan,
  mapTask,
  serialize,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";

const io = { inputs: { x: t.int() }, output: t.int() };
export const double = task({ name: "double", ...io }, ({ x }) => 2 * x);
const main = workflow({ name: "main", ...io }, ({ x }) => double({ x }));
const size = workflow({ name: "size", ...io }, ({ x }) =>
  conditional("size")
    .if(x.gt(10), () => double({ x }))
    .else(() => double({ x: double({ x }) })),
);
const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };
const names = (entity) => serialize(entity, SETTINGS).map(({ id }) => id.name);
const calling = (called) => workflow({ name: "calling", ...io }, ({ x }) => double({ x: called({ x }) }));
const inArm = (called) =>
  workflow({ name: "inArm", ...io }, ({ x }) =>
    conditional("arm")
      .if(x.gt(10), () => called({ x }))
      .else(() => double({ x })),
  );

function added(entity) {
  const wf = imperativeWorkflow({ name: "added", inputs: io.inputs, outputs: { y: t.int() } });
  wf.addWorkflowOutput("y", wf.addEntity(entity, { x: wf.inputs.x }).outputs.o0);
  return wf;
}

const attempts = {
  // Nothing of the plugin.
  "own: serialize": () => names([main, size]),
  "own: run": () => runLocal(main, { x: 3 }),
  "own: run a conditional": () => runLocal(size, { x: 3 }),
  "own: run a map": () => runLocal(mapTask(double), { x: [1, 2] }),
  "own: mock": () => runLocal(main, { x: 3 }, { mocks: [mock(double, () => 7)] }),
  // What the plugin exports, without a run.
  "theirs: call": () => names(calling(square)),
  "theirs: call a workflow": () => names(calling(squared)),
  "theirs: call in an arm": () => names(inArm(square)),
  "theirs: add": () => names(added(square)),
  "theirs: compile": () => compile(squared).template.nodes.length,
  "theirs: serialize": () => names([square, squared]),
  "theirs: map": () =>
    names(workflow({ name: "mapped", ...io, output: t.list(t.int()) }, () => mapTask(square)({ x: [1] }))),
  "theirs: plan": () => names(launchPlan(squared, { name: "planned" })),
  "theirs: type": () => task({ name: "typed", inputs: { x: count } }, () => {}).kind,
  "theirs: around ours": () => names(around(double)),
  // What the plugin exports, run here.
  "run: their task": () => runLocal(square, { x: 3 }),
  "run: their workflow": () => runLocal(squared, { x: 3 }),
  "run: mock": () => runLocal(square, { x: 3 }, { mocks: [mock(square, () => 7)] }),
  "mixed run: call": () => runLocal(calling(square), { x: 3 }),
  "mixed run: map": () => runLocal(mapTask(square), { x: [1, 2] }),
  "errors: catch": () => caught().code,
  "errors: instanceof": async () => {
    const { FlytekitError } = await import("@flytekit-ts/core/errors");
    return caught() instanceof FlytekitError;
  },
};

function caught() {
  try {
    return fail();
  } catch (error) {
    return isFlytekitError(error) ? error : undefined;
  }
}

async function outcomeOf(attempt) {
  try {
    return { value: await attempt() };
  } catch (error) {
    return isFlytekitError(error) ? { code: error.code, message: error.message } : { native: String(error) };
  }
}

const outcomes = {};
for (const [name, attempt] of Object.entries(attempts)) outcomes[name] = await outcomeOf(attempt);
console.log(JSON.stringify(outcomes));
