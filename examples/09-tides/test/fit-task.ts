import { t, task } from "@flytekit-ts/workflow";
import { fitTide } from "../src/fit-here.js";
import { readings, tide } from "../src/tides.js";

/** Has the name and the interface of the task in Python. */
export const fit = task(
  { name: "fit.fit", inputs: { readings: t.list(readings) }, output: t.list(tide) },
  ({ readings: all }) => all.map(fitTide),
);
