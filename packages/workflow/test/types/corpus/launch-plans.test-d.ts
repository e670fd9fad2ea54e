/** What a launch plan fixes is gone from a call, what it has defaults for may be left out. */
import { cron, fixedRate, launchPlan, mapTask, t, workflow } from "@flytekit-ts/workflow";
import { shout, square } from "../support/entities.js";

const job = workflow(
  {
    name: "job",
    inputs: { a: t.int(), when: t.datetime(), b: t.string().default("bee") },
    output: t.string(),
  },
  ({ b }) => shout({ s: b }),
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

// @ts-expect-error the default of an int is an int
launchPlan(job, { name: "text", defaultInputs: { a: "s" } });
// @ts-expect-error only inputs can be fixed
launchPlan(job, { name: "unknown", fixedInputs: { z: 1 } });
// @ts-expect-error no such phase
launchPlan(job, { name: "phase", notifications: [{ on: ["started"], email: [] }] });
// @ts-expect-error a limit has a number
launchPlan(job, { name: "limit", concurrency: {} });
launchPlan(job, { name: "limited", concurrency: { max: 1 }, autoActivate: true, runAs: { iamRole: "r" } });
// @ts-expect-error a plan with options has a name
launchPlan(job, { autoActivate: true });
// @ts-expect-error an offset is no option of a rate
fixedRate("1 hour", { offset: "PT1H" });
// @ts-expect-error a schedule is made by cron or fixedRate
launchPlan(job, { name: "schedule", schedule: "0 2 * * *" });

export const planned = workflow(
  { name: "planned", inputs: { when: t.datetime(), n: t.int() }, output: t.string() },
  ({ when, n }) => {
    nightly({ when });
    nightly({ when, b: "dee" });
    hourly({ when });
    hourly({ when, a: n });
    // @ts-expect-error a is fixed
    nightly({ when, a: 3 });
    // @ts-expect-error when is required
    nightly({});
    // @ts-expect-error a default does not change the kind
    hourly({ when, a: when });

    const plain = launchPlan(job);
    // @ts-expect-error without options nothing is left out
    plain({ when });
    return plain({ a: 1, when });
  },
);

const child = workflow({ name: "child", inputs: { x: t.int() }, output: t.int() }, ({ x }) => square({ x }));
export const mappedPlan = workflow(
  { name: "mappedPlan", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) },
  ({ xs }) => mapTask(launchPlan(child, { name: "child.plan" }))({ x: xs }),
);
