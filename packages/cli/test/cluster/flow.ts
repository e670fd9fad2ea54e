// A project of the tests: it is bundled, and its tasks run as processes of a cluster.
import { t, task, workflow } from "@flytekit-ts/workflow";

const water = task(
  { name: "flow.water", inputs: { litres: t.int() }, output: t.int() },
  ({ litres }) => litres * 2,
);

const report = task(
  { name: "flow.report", inputs: { litres: t.int() }, output: t.file("txt") },
  ({ litres }) => new TextEncoder().encode(`${litres} litres\n`),
);

const breaks = task({ name: "flow.breaks", inputs: { litres: t.int() }, output: t.int() }, ({ litres }) => {
  if (litres > 10) throw new Error(`${litres} litres are too many`);
  return litres;
});

export const endless = task({ name: "flow.endless" }, async () => {
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});

/** Doubles what it is given, unless that is too much. */
export const season = workflow(
  {
    name: "flow.season",
    inputs: { litres: t.int().describe("how much water there is") },
    outputs: { total: t.int(), report: t.file("txt") },
  },
  ({ litres }) => {
    const total = breaks({ litres: water({ litres }) });
    return { total, report: report({ litres: total }) };
  },
);

export const idle = workflow({ name: "flow.idle" }, () => {
  endless();
});
