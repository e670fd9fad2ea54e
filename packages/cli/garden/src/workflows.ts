import { conditional, cron, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

/** A bed of the garden, and how many square metres it has. */
export class Bed extends t.struct("Bed", { name: t.string(), area: t.float() }) {}

export const look = task({ name: "garden.look", output: t.list(Bed) }, () => [
  { name: "roses", area: 4 },
  { name: "beans", area: 2.5 },
  { name: "herbs", area: 1 },
]);

/** Water one bed. Returns litres: five on a square metre, less what has rained. */
export const water = task(
  { name: "garden.water", inputs: { bed: Bed, rain: t.float() }, output: t.float(), retries: 2 },
  ({ bed, rain }) => bed.area * (5 - rain),
);

/** Water any number of beds at once, each in a task of its own; `rain` is the same for all. */
export const waterAll = mapTask(water, { over: ["bed"] });

export const report = task(
  { name: "garden.report", inputs: { litres: t.list(t.float()).default([]) }, output: t.string() },
  ({ litres }) => {
    const all = litres.reduce((sum, each) => sum + each, 0);
    return all === 0 ? "The rain has watered the garden." : `${litres.length} beds took ${all} litres.`;
  },
);

/** Water each bed, unless it has rained enough. `rain` is in millimetres, which are litres on a square metre. */
export const garden = workflow(
  { name: "garden", inputs: { rain: t.float().default(0) }, output: t.string() },
  ({ rain }) =>
    conditional("enough-rain")
      .if(rain.ge(5), () => report({}))
      .else(() => report({ litres: waterAll({ bed: look(), rain }) })),
);

/** Starts the workflow every morning, once it is registered and active. */
export const everyMorning = launchPlan(garden, {
  name: "garden.every_morning",
  defaultInputs: { rain: 0 },
  schedule: cron("0 6 * * *"),
});
