import { mock } from "@flytekit-ts/local-exec";
import { fit, PERIOD } from "./tides.js";

/** Stands for the Python task where there is no Python: reads the tide off the highest and the lowest water. */
export const fitHere = mock(fit, ({ readings }) =>
  readings.map(({ gauge, hours, metres }) => {
    const high = metres.indexOf(Math.max(...metres));
    const [top, low] = [metres[high] ?? 0, Math.min(...metres)];
    const phase = (((hours[high] ?? 0) % PERIOD) / PERIOD) * 2 * Math.PI;
    return { gauge, mean: (top + low) / 2, amplitude: (top - low) / 2, phase };
  }),
);
