// What the tests register on a cluster: its tasks are scripts of the stand-in, or processes.
import { approve, cron, launchPlan, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

export const water = task(
  { name: "garden.water", inputs: { litres: t.int() }, output: t.int() },
  ({ litres }) => litres * 2,
);

export const harvest = task(
  { name: "garden.harvest", inputs: { litres: t.int() }, output: t.string() },
  ({ litres }) => {
    if (litres > 100) throw new Error(`no basket holds ${litres}`);
    return `${litres} baskets`;
  },
);

export const garden = workflow(
  {
    name: "garden.main",
    inputs: { litres: t.int().describe("how much water there is") },
    output: t.string(),
  },
  ({ litres }) => harvest({ litres: water({ litres }) }),
);

export const daily = launchPlan(garden, {
  name: "garden.daily",
  schedule: cron("0 8 * * *"),
  defaultInputs: { litres: 5 },
});

/** Waits for two answers of a person. */
export const gated = workflow({ name: "garden.gated", output: t.int() }, () =>
  water({ litres: approve(water({ litres: waitForInput("amount", t.int()) }), "release") }),
);
