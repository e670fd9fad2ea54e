import { mock } from "@flytekit-ts/local-exec";
import { fit, PERIOD } from "./tides.js";

interface Tide {
  readonly gauge: string;
  readonly mean: number;
  readonly amplitude: number;
  readonly phase: number;
}

interface Readings {
  readonly gauge: string;
  readonly hours: readonly number[];
  readonly metres: readonly number[];
}

/** A rougher fit than the one in Python: off the highest and the lowest water. */
export function fitTide({ gauge, hours, metres }: Readings): Tide {
  const high = metres.indexOf(Math.max(...metres));
  const [top, low] = [metres[high] ?? 0, Math.min(...metres)];
  const phase = (((hours[high] ?? 0) % PERIOD) / PERIOD) * 2 * Math.PI;
  return { gauge, mean: (top + low) / 2, amplitude: (top - low) / 2, phase };
}

/** Stands for the Python task where there is no Python. */
export const fitHere = mock(fit, ({ readings }) => readings.map(fitTide));
