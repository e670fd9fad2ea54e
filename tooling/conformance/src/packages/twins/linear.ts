import { cron, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const clean = task(
  { name: "flows.main.clean", inputs: { text: t.string() }, output: t.string() },
  ({ text }) => text.trim(),
);

const length = task(
  {
    name: "flows.main.length",
    inputs: { text: t.string() },
    output: t.int(),
    retries: 2,
    cache: { version: "1" },
  },
  ({ text }) => text.length,
);

const measure = workflow(
  { name: "flows.main.measure", inputs: { text: t.string().default(" abc ") }, output: t.int() },
  ({ text }) => length({ text: clean({ text }) }),
);

const nightly = launchPlan(measure, {
  name: "nightly",
  defaultInputs: { text: "night" },
  schedule: cron("0 3 * * *"),
});

/** Two tasks, a workflow with a default, and a plan with a schedule. */
export const entities = [clean, length, measure, nightly];
