import { eachFlight } from "../data/flights.js";
import type { FlightColumns } from "../data/flights.js";
import { countDelays } from "../summary/delay-counts.js";
import { quantile } from "../summary/quantile.js";
import { featureNames, featuresOf } from "./features.js";
import { solve } from "./solve.js";

/** A linear model of the delay in minutes, and the two constants it has to beat. */
export interface DelayModel {
  features: string[];
  /** One weight per feature, in minutes. */
  weights: number[];
  ridge: number;
  /** How many flights it was fitted to. */
  rows: number;
  /** Mean delay of those flights, in minutes. */
  trainMean: number;
  /** Median delay of those flights, in minutes. */
  trainMedian: number;
}

/**
 * Fit the weights by ridge regression: least squares plus `ridge` times the squared weights.
 *
 * The intercept is free. Fitted to no flights the model predicts 0.
 */
export function fitDelayModel(flights: FlightColumns, ridge: number): DelayModel {
  const rows = flights.delay.length;
  const { matrix, right } = normalEquations(flights);
  const ridged = matrix.map((row, i) => row.map((value, j) => (i === j && i > 0 ? value + ridge : value)));
  const [minutes = 0] = right; // the product of the delays with the intercept, which is 1
  return {
    features: [...featureNames],
    weights: rows === 0 ? featureNames.map(() => 0) : solve(ridged, right),
    ridge,
    rows,
    trainMean: rows === 0 ? 0 : minutes / rows,
    trainMedian: quantile(countDelays(flights.delay), 0.5),
  };
}

/** Sums over all flights: each feature times each feature, and each feature times the delay. */
function normalEquations(flights: FlightColumns): { matrix: number[][]; right: number[] } {
  const size = featureNames.length;
  const products = new Float64Array(size * size);
  const right = new Float64Array(size);
  eachFlight(flights, ({ delay, distance, hour }) => {
    const features = featuresOf(hour, distance);
    // Plain loops over one half of a symmetric matrix: this is the hot spot of the example.
    for (let i = 0; i < size; i += 1) {
      const value = features[i] ?? 0;
      right[i] = (right[i] ?? 0) + value * delay;
      for (let j = 0; j <= i; j += 1) {
        products[i * size + j] = (products[i * size + j] ?? 0) + value * (features[j] ?? 0);
      }
    }
  });
  const at = (i: number, j: number) => products[Math.max(i, j) * size + Math.min(i, j)] ?? 0;
  return { matrix: featureNames.map((_, i) => featureNames.map((_, j) => at(i, j))), right: [...right] };
}

/** The delay that the model expects of a flight, in minutes. */
export function predictDelay({ weights }: DelayModel, hour: number, distance: number): number {
  return featuresOf(hour, distance).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}
