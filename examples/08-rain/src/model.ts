import type { Day } from "./days.js";

/** A logistic regression: the weight of each feature. */
export type Weights = readonly number[];

/** What is known of two days that says something about the next one. The second number is 1 if it rained today. */
function featuresOf(yesterday: Day, { date, rain, high, low, wind }: Day): readonly number[] {
  const season = (2 * Math.PI * (new Date(date).getTime() / 86_400_000)) / 365.25;
  return [
    1,
    rain > 0 ? 1 : 0,
    yesterday.rain > 0 ? 1 : 0,
    Math.log1p(rain),
    (high - low) / 10,
    (high - yesterday.high) / 10,
    (low - yesterday.low) / 10,
    wind / 5,
    Math.cos(season),
    Math.sin(season),
  ];
}

/** Features of days, and whether it rains on the days after them. */
export interface Examples {
  readonly features: readonly (readonly number[])[];
  readonly rains: readonly boolean[];
}

export function examplesOf(days: readonly Day[]): Examples {
  const features: (readonly number[])[] = [];
  const rains: boolean[] = [];
  days.forEach((today, index) => {
    const [yesterday, tomorrow] = [days[index - 1], days[index + 1]];
    // Where a year is left out, days that follow each other here do not follow each other.
    if (yesterday === undefined || tomorrow === undefined || !areTwoDaysApart(yesterday, tomorrow)) return;
    features.push(featuresOf(yesterday, today));
    rains.push(tomorrow.rain > 0);
  });
  return { features, rains };
}

function areTwoDaysApart(one: Day, other: Day): boolean {
  return new Date(other.date).getTime() - new Date(one.date).getTime() === 2 * 86_400_000;
}

export function firstWeights({ features: [first = []] }: Examples): Weights {
  return first.map(() => 0);
}

/** Weights after one step down the gradient of the loss. */
export function improve(weights: Weights, { features, rains }: Examples, rate: number): Weights {
  const gradient = weights.map(() => 0);
  features.forEach((values, row) => {
    const error = chanceOf(weights, values) - (rains[row] === true ? 1 : 0);
    values.forEach((value, index) => {
      gradient[index] = (gradient[index] ?? 0) + error * value;
    });
  });
  return weights.map((weight, index) => weight - (rate * (gradient[index] ?? 0)) / features.length);
}

/** The part of the days for which the weights say rightly whether it rains on the next one. */
export function accuracyOf(weights: Weights, { features, rains }: Examples): number {
  const right = features.filter((values, row) => chanceOf(weights, values) > 0.5 === rains[row]);
  return right.length / features.length;
}

function chanceOf(weights: Weights, values: readonly number[]): number {
  const sum = values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
