import { cron, fixedRate, launchPlan, referenceTask, t, task, workflow } from "@flytekit-ts/workflow";

/** A task of the laboratory's own project, registered by its own people: known by its id and interface. */
export const assay = referenceTask({
  project: "laboratory",
  domain: "production",
  name: "lab.assay",
  version: "2024-11",
  inputs: { site: t.string(), taken: t.datetime() },
  outputs: { nitrate: t.float(), ph: t.float() },
});

export const judge = task(
  {
    name: "samples.judge",
    inputs: { site: t.string(), nitrate: t.float(), ph: t.float(), limit: t.float() },
    output: t.string(),
  },
  ({ site, nitrate, ph, limit }) => {
    const safe = nitrate <= limit && ph >= 6.5 && ph <= 9.5;
    return `${site}: ${safe ? "safe" : "not safe"} (nitrate ${nitrate} mg/l, pH ${ph})`;
  },
);

/** One sample of one site. */
export const sample = workflow(
  {
    name: "samples.sample",
    inputs: { site: t.string(), taken: t.datetime(), limit: t.float().default(50) },
    output: t.string(),
    defaultOptions: { labels: { service: "water" } },
  },
  ({ site, taken, limit }) => judge({ site, limit, ...assay({ site, taken }) }),
);

/** Every night at the reservoir. A caller cannot change the site; the schedule gives the time. */
export const nightly = launchPlan(sample, {
  name: "samples.reservoir_nightly",
  fixedInputs: { site: "reservoir" },
  defaultInputs: { limit: 25 },
  schedule: cron("0 2 * * *", { kickoffTime: "taken" }),
  notifications: [
    { on: ["failed", "timed-out"], email: ["water@example.com"], pagerDuty: ["duty@pager.example.com"] },
  ],
  labels: { service: "water", cadence: "nightly" },
  autoActivate: true,
});

/** Every six hours downstream of the works, one execution at a time. */
export const downstream = launchPlan(sample, {
  name: "samples.downstream",
  fixedInputs: { site: "downstream" },
  schedule: fixedRate("6 hours", { kickoffTime: "taken" }),
  annotations: { "example.com/reason": "permit 17, condition 4" },
  concurrency: { max: 1 },
});

export const compare = task(
  { name: "samples.compare", inputs: { reports: t.list(t.string()) }, output: t.string() },
  ({ reports }) => reports.join("\n"),
);

/** Both plans at once: each is an execution of its own, with what the plan fixes. */
export const audit = workflow(
  { name: "samples.audit", inputs: { taken: t.datetime() }, output: t.string() },
  ({ taken }) => compare({ reports: [nightly({ taken }), downstream({ taken, limit: 50 })] }),
);
