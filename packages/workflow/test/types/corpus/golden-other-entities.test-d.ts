/** The twins of the golden cases with references, gates, dynamic and container tasks (c11, c15, c17, c20, c22). */
import {
  approve,
  containerTask,
  dynamic,
  launchPlan,
  referenceLaunchPlan,
  referenceTask,
  referenceWorkflow,
  sleep,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import type { FailureHandler } from "@flytekit-ts/workflow";
import { half, square } from "../support/entities.js";

const elsewhere = { project: "other", domain: "production", version: "9f1" };
const rows = task({ name: "rows", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) => [n]);
const train = referenceTask({
  ...elsewhere,
  name: "other.train",
  inputs: { rows: t.list(t.int()), rate: t.float() },
  output: t.string(),
});
const publish = referenceLaunchPlan({
  ...elsewhere,
  name: "other.publish",
  inputs: { model: t.string() },
  output: t.string(),
});
// @ts-expect-error a reference says where
export const nowhere = referenceTask({ name: "nowhere", inputs: { n: t.int() } });

export const references = workflow(
  { name: "references", inputs: { n: t.int() }, output: t.string() },
  ({ n }) => {
    // @ts-expect-error the rate is a float
    train({ rows: rows({ n }), rate: n });
    return publish({ model: train({ rows: rows({ n }), rate: 0.5 }) });
  },
);

const use = task(
  { name: "use", inputs: { n: t.int(), title: t.string() }, output: t.string() },
  ({ title }) => title,
);
export const gates = workflow({ name: "gates", output: t.string() }, () => {
  const n = square({ x: 3 });
  const nap = sleep("30 seconds", { after: [n] });
  const title = waitForInput("title", t.string(), { timeout: "1 hour", after: [nap] });
  // @ts-expect-error an approved int is still one
  use({ n: title, title: approve(n, "is-it-right") });
  // @ts-expect-error a nap gives nothing
  use({ n: nap, title });
  // @ts-expect-error only a promise can be approved
  approve(3, "is-it-right");
  return use({ n: approve(n, "is-it-right", { timeout: "2 hours" }), title });
});

const grow = dynamic({ name: "grow", inputs: { n: t.int() }, output: t.list(t.int()), retries: 2 }, ({ n }) =>
  Array.from({ length: n }, (_, i) => square({ x: i })),
);
export const grown = workflow({ name: "grown", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) =>
  grow({ n }),
);
// @ts-expect-error a list of ints was declared
export const wrongGrow = dynamic({ name: "wrongGrow", output: t.list(t.int()) }, () => [half({ x: 1 })]);

const ellipse = containerTask({
  name: "ellipse.area",
  image: "example/ellipse:1",
  inputDir: "/var/inputs",
  outputDir: "/var/outputs",
  inputs: { a: t.float(), b: t.float() },
  outputs: { area: t.float(), metadata: t.string() },
  command: ["./calculate.sh", "{{.inputs.a}}"],
});
export const areas = workflow({ name: "areas", inputs: { a: t.float() }, output: t.float() }, ({ a }) => {
  // @ts-expect-error the area is what is wanted
  half({ x: ellipse({ a, b: 2 }).metadata });
  return half({ x: ellipse({ a, b: 2 }).area });
});

const inputs = { name: t.string(), n: t.int() };
const cleanup = task(
  { name: "cleanup", inputs: { ...inputs, err: t.optional(t.error()) } },
  ({ err }) => void err?.message.trim(),
);
const partial = task({ name: "partial", inputs: { name: t.string() } }, () => {});
const otherKind = task({ name: "otherKind", inputs: { name: t.string(), n: t.float() } }, () => {});
export const handler: FailureHandler<typeof inputs> = cleanup;
// @ts-expect-error a handler takes every input of the workflow
export const partialHandler: FailureHandler<typeof inputs> = partial;
// @ts-expect-error of the same kind
export const otherHandler: FailureHandler<typeof inputs> = otherKind;
export const guarded = workflow(
  { name: "guarded", inputs, onFailure: cleanup },
  ({ n }) => void square({ x: n }),
);
// @ts-expect-error a handler that lacks an input
export const unguarded = workflow({ name: "unguarded", inputs, onFailure: partial }, () => {});
// @ts-expect-error a handler that takes an input as another kind
export const misguarded = workflow({ name: "misguarded", inputs, onFailure: otherKind }, () => {});
// @ts-expect-error a function is no handler
export const functional = workflow({ name: "functional", onFailure: () => {} }, () => {});
export const policies = workflow(
  {
    name: "policies",
    failurePolicy: "fail-after-executable-nodes-complete",
    interruptible: true,
    docs: { short: "s", long: "l", format: "rst", link: "https://example.com" },
    defaultOptions: { labels: { team: "data" }, annotations: { why: "test" } },
  },
  () => {},
);
// @ts-expect-error no such policy
export const noPolicy = workflow({ name: "noPolicy", failurePolicy: "retry" }, () => {});
// @ts-expect-error labels are texts
export const noLabels = workflow({ name: "noLabels", defaultOptions: { labels: { team: 1 } } }, () => {});

const elsewhereFlow = referenceWorkflow({
  ...elsewhere,
  name: "flow",
  inputs: { n: t.int() },
  output: t.int(),
});
export const planOfReference = launchPlan(elsewhereFlow, { name: "flow.plan", fixedInputs: { n: 1 } });
// @ts-expect-error of the kind that was declared
launchPlan(elsewhereFlow, { name: "flow.other", fixedInputs: { n: "1" } });
export const used = dynamic({ name: "used", uses: [square, planOfReference] }, () => void planOfReference());
// @ts-expect-error only entities are used
dynamic({ name: "odd", uses: ["square"] }, () => {});
// @ts-expect-error the body of a dynamic is no async function
dynamic({ name: "async", output: t.int() }, async () => square({ x: 1 }));
// @ts-expect-error an image is what a container task is about
containerTask({ name: "bare", command: ["true"] });
// @ts-expect-error its command is a list
containerTask({ name: "line", image: "i:1", command: "true" });
