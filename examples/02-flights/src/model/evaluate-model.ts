import { eachFlight } from "../data/flights.js";
import type { FlightColumns } from "../data/flights.js";
import { predictDelay } from "./fit-delay-model.js";
import type { DelayModel } from "./fit-delay-model.js";

/** How far off some predictions were. */
export interface Score {
  /** Root of the mean squared error, in minutes. */
  rmse: number;
  /** Mean absolute error, in minutes. */
  mae: number;
  /** Share of the baseline's squared error that is gone; the baseline predicts the training mean. */
  r2: number;
}

/** The model on flights it has not seen, beside two guesses that know nothing of a flight. */
export interface Evaluation {
  rows: number;
  model: Score;
  /** Always predict the training mean: the guess to beat in squared error. */
  mean: Score;
  /** Always predict the training median: the guess to beat in absolute error. */
  median: Score;
}

/** Judge a model on held-out flights. Without flights every score is 0. */
export function evaluateModel(model: DelayModel, heldOut: FlightColumns): Evaluation {
  const tallies = { model: createTally(), mean: createTally(), median: createTally() };
  eachFlight(heldOut, ({ delay, distance, hour }) => {
    tallies.model.add(delay - predictDelay(model, hour, distance));
    tallies.mean.add(delay - model.trainMean);
    tallies.median.add(delay - model.trainMedian);
  });
  const baseline = tallies.mean.squares();
  return {
    rows: heldOut.delay.length,
    model: tallies.model.score(baseline),
    mean: tallies.mean.score(baseline),
    median: tallies.median.score(baseline),
  };
}

interface Tally {
  add(error: number): void;
  squares(): number;
  score(baselineSquares: number): Score;
}

function createTally(): Tally {
  let rows = 0;
  let absolute = 0;
  let squared = 0;
  return {
    add(error) {
      rows += 1;
      absolute += Math.abs(error);
      squared += error ** 2;
    },
    squares: () => squared,
    score: (baselineSquares) => ({
      rmse: rows === 0 ? 0 : Math.sqrt(squared / rows),
      mae: rows === 0 ? 0 : absolute / rows,
      r2: baselineSquares === 0 ? 0 : 1 - squared / baselineSquares,
    }),
  };
}
