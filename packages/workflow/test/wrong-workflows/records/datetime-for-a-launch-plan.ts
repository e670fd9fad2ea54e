/** PART_NOT_CONVERTED: a launch plan gets a datetime out of a record, which flyteadmin sees as a string. */
import { compile, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const visit = t.struct("Visit", { at: t.datetime() });
const last = task({ name: "last", output: visit }, () => ({ at: new Date() }));
const note = task({ name: "note", inputs: { at: t.datetime() } }, () => {});
const noting = workflow({ name: "noting", inputs: { at: t.datetime() } }, ({ at }) => void note({ at }));
const plan = launchPlan(noting);

const pipeline = workflow({ name: "pipeline" }, () => {
  plan({ at: last().at }); // here
});

compile(pipeline);
