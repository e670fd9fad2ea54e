import { t, task } from "@flytekit-ts/workflow";

/** Takes the place of the laboratory's own task, which the sixth example calls. */
export const assay = task(
  {
    name: "lab.assay",
    inputs: { site: t.string(), taken: t.datetime() },
    outputs: { nitrate: t.float(), ph: t.float() },
  },
  ({ site, taken }) => ({ nitrate: site.length * 4, ph: 7 + taken.getUTCHours() / 10 }),
);
