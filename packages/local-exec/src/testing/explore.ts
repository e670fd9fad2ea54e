import { atCaller, coreErrors, describeValue, textOf } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { elementsOf } from "@flytekit-ts/core/graph";
import { errors } from "../errors.js";
import { type SeededSchedule, seededSchedule } from "./seeded-schedule.js";

/** Which orders are tried: those of some seeds, or of as many seeds as there are runs, from 0 on. */
export type ExploreOptions =
  | { readonly runs: number; readonly seeds?: undefined }
  | { readonly seeds: readonly number[]; readonly runs?: undefined };

/** What was tried. */
export interface Explored {
  readonly runs: number;
  /** How many of the runs had an order of their own. */
  readonly orders: number;
}

/**
 * Run a test once for each of many orders in which tasks can start and end, and tell the seed of the first that fails.
 *
 * @throws `INTERLEAVING_FAILED` with the error of the test as its cause, `OPTION_INVALID`, `OPTION_UNKNOWN`,
 * `OPTIONS_NOT_AN_OBJECT`
 * @example
 * await explore({ runs: 100 }, async (schedule) => {
 *   const total = await runLocal(wf, { n: 3 }, { interceptors: [schedule] });
 *   expect(total).toBe(6);
 * });
 */
export async function explore(
  options: ExploreOptions,
  test: (schedule: SeededSchedule) => unknown,
): Promise<Explored> {
  const seeds = atCaller(explore, () => {
    if (typeof test !== "function") throw wrong("test", "a function that runs something", test);
    return seedsOf(options);
  });
  const orders = new Set<string>();
  for (const [run, seed] of seeds.entries()) {
    const schedule = seededSchedule(seed);
    try {
      await test(schedule);
    } catch (cause) {
      throw errors.INTERLEAVING_FAILED({ seed, run: run + 1, message: textOf(cause) }, { cause });
    }
    orders.add(JSON.stringify(schedule.order));
  }
  return { runs: seeds.length, orders: orders.size };
}

function seedsOf(options: ExploreOptions): readonly number[] {
  assertOptions(options, new Set(["runs", "seeds"]), AT);
  const { runs, seeds } = options;
  const given = elementsOf(seeds);
  if (given !== undefined && given.length > 0 && runs === undefined) return given.map(toSeed);
  if (seeds === undefined && Number.isSafeInteger(runs) && runs > 0)
    return Array.from({ length: runs }, (_, seed) => seed);
  const wanted = "either `runs`, a whole number of at least 1, or `seeds`, a list of numbers";
  throw wrong(seeds === undefined ? "runs" : "seeds", wanted, seeds ?? runs);
}

function toSeed(given: unknown): number {
  if (Number.isSafeInteger(given) && Number(given) >= 0) return Number(given);
  throw wrong("seeds", "whole numbers of at least 0", given);
}

const AT = "explore";

function wrong(option: string, wanted: string, given: unknown): Error {
  const inWords = describeValue(given);
  const advice = "Write `explore({ runs: 100 }, async (schedule) => ...)`.";
  return coreErrors.OPTION_INVALID({ at: AT, option, wanted, given: inWords, inWords, advice });
}
