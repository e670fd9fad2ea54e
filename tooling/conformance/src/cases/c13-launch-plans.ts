import { cron, fixedRate, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

export const work = task(
  {
    name: "c13_launch_plans.work",
    inputs: { a: t.int(), b: t.string(), when: t.datetime() },
    output: t.string(),
  },
  ({ a, b, when }) => `${a}${b}${when.toISOString()}`,
);

const job = workflow(
  {
    name: "c13_launch_plans.job",
    inputs: { a: t.int(), when: t.datetime(), b: t.string().default("bee") },
    output: t.string(),
  },
  ({ a, b, when }) => work({ a, b, when }),
);

const nightly = launchPlan(job, {
  name: "job.nightly",
  defaultInputs: { b: "cee" },
  fixedInputs: { a: 7 },
  schedule: cron("0 2 * * *", { kickoffTime: "when" }),
  notifications: [
    { on: ["failed", "aborted"], email: ["ops@example.com"] },
    { on: ["succeeded"], slack: ["chan@example.com"] },
  ],
  labels: { team: "data" },
  annotations: { why: "nightly" },
  rawOutputPrefix: "s3://bucket/prefix",
  maxParallelism: 5,
  runAs: { serviceAccount: "runner" },
  overwriteCache: true,
});

const hourly = launchPlan(job, {
  name: "job.hourly",
  defaultInputs: { a: 1 },
  schedule: fixedRate("1 hour", { kickoffTime: "when" }),
});

/** The default plan, and plans with inputs set, schedules, notifications, labels and limits. */
export const entities = [launchPlan(job), nightly, hourly];
