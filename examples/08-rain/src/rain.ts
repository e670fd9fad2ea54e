import { writeFile } from "node:fs/promises";
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { Day, readDays } from "./days.js";
import { barChart } from "./bar-chart.js";
import { accuracyOf, examplesOf, firstWeights, improve, type Weights } from "./model.js";

/** A year to forecast, and the days of the other years to learn from. */
const Fold = t.struct("Fold", { year: t.int(), learn: t.list(Day), test: t.list(Day) });

/** How well it went for one year, and how well it goes if one says that tomorrow is like today. */
const Score = t.struct("Score", { year: t.int(), accuracy: t.float(), likeToday: t.float() });

/** Reads the days, in every run with the same file only once: the cache knows the result. */
export const parse = task(
  { name: "rain.parse", inputs: { csv: t.file("csv") }, output: t.list(Day), cache: { version: "1" } },
  async ({ csv }, { logger }) => {
    const days = await readDays(await csv.path());
    logger.info("read the weather", { days: days.length, until: days.at(-1)?.date });
    return days;
  },
);

/** For each year a fold in which it is unknown. */
export const split = task(
  { name: "rain.split", inputs: { days: t.list(Day) }, output: t.list(Fold) },
  ({ days }) => {
    const yearOf = ({ date }: Day): number => Number(date.slice(0, 4));
    return [...new Set(days.map(yearOf))].map((year) => ({
      year,
      learn: days.filter((day) => yearOf(day) !== year),
      test: days.filter((day) => yearOf(day) === year),
    }));
  },
);

/** How often a fit saves how far it came. */
const SAVE_EVERY = 100;

/**
 * Learns from a fold, step by step. It is the long part of the pipeline: it computes in a thread of its own, and saves how
 * far it came, so that no more than a few steps are lost when the machine is.
 */
export const fit = task(
  {
    name: "rain.fit",
    inputs: { fold: Fold, steps: t.int() },
    output: Score,
    retries: 2,
    isolation: "worker",
  },
  async ({ fold, steps }, { checkpoint, logger, signal }) => {
    const learn = examplesOf(fold.learn);
    const test = examplesOf(fold.test);
    const saved = await checkpoint.read();
    let { step, weights }: Fitted =
      saved === undefined ? { step: 0, weights: firstWeights(learn) } : read(saved);
    logger.info(step === 0 ? "begins" : "goes on", { year: fold.year, step });
    while (step < steps) {
      signal.throwIfAborted();
      weights = improve(weights, learn, 0.5);
      step += 1;
      if (step % SAVE_EVERY === 0) await checkpoint.write(JSON.stringify({ step, weights } satisfies Fitted));
    }
    const likeToday = test.features.filter((values, day) => (values[1] === 1) === test.rains[day]);
    return {
      year: fold.year,
      accuracy: accuracyOf(weights, test),
      likeToday: likeToday.length / test.features.length,
    };
  },
);

interface Fitted {
  readonly step: number;
  readonly weights: Weights;
}

function read(saved: Uint8Array): Fitted {
  return JSON.parse(new TextDecoder().decode(saved)) as Fitted;
}

/** Says how well it went: as a file for programs, and as a deck for people. */
export const report = task(
  { name: "rain.report", inputs: { scores: t.list(Score) }, output: t.file("csv"), deck: true },
  async ({ scores }, { deck, newFile }) => {
    deck.append({ title: "Accuracy", html: barChart(scores) });
    deck.table(scores, "Accuracy");
    const path = newFile("scores.csv");
    const rows = scores.map(({ year, accuracy, likeToday }) => `${year},${accuracy},${likeToday}\n`);
    await writeFile(path, `year,accuracy,like_today\n${rows.join("")}`);
    return path;
  },
);

/** Learns to say whether it will rain tomorrow, and tells for each year how often that would have been right. */
export const forecast = workflow(
  {
    name: "rain.forecast",
    inputs: { csv: t.file("csv"), steps: t.int().default(8000) },
    outputs: { scores: t.list(Score), report: t.file("csv") },
  },
  ({ csv, steps }) => {
    const folds = split({ days: parse({ csv }) });
    const scores = mapTask(fit, { over: ["fold"] })({ fold: folds, steps });
    return { scores, report: report({ scores }) };
  },
);
