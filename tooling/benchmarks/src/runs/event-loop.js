import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import * as local from "@flytekit-ts/local-exec";
import * as authoring from "@flytekit-ts/workflow";
import { row, spreadOf } from "../measure.js";
import { shapesOf } from "./shapes.js";

const SIZE = 10_000;
const ROUNDS = 7;

/** How long a timer or a signal waits at most while trivial nodes run. The workflows are compiled before. */
export async function eventLoop() {
  const shapes = shapesOf(authoring);
  const rows = [];
  for (const name of /** @type {const} */ (["chain", "fan"])) {
    const wf = shapes[name](SIZE);
    await local.runLocal(wf, { x: 1 });
    const delays = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      const monitor = monitorEventLoopDelay({ resolution: 1 });
      await setImmediate();
      monitor.enable();
      await setImmediate();
      await local.runLocal(wf, { x: 1 });
      // The stretch before the end has to be seen, too.
      await setImmediate();
      monitor.disable();
      delays.push(monitor.max / 1e6);
    }
    rows.push(
      row(`longest delay of the event loop, ${name} of ${SIZE}`, spreadOf(delays), {
        unit: "ms",
        aim: "<= 50",
      }),
    );
  }
  return rows;
}
