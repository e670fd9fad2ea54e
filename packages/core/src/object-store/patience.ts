import * as errors from "../errors.js";

/** How long a storage over a network is patient. Times are in milliseconds. */
export interface Patience {
  /** How often a request is tried in all; 6 by default. A read that gave new bytes begins to count again. */
  readonly attempts: number;
  /** The wait before the second attempt; 250 by default. It doubles each time, up to 10 seconds. */
  readonly firstWait: number;
  /** After which silence of the server an attempt is given up; 30,000 by default. Uploads get more by their size. */
  readonly stallAfter: number;
}

const USUAL: Patience = { attempts: 6, firstWait: 250, stallAfter: 30_000 };
const LONGEST_WAIT = 10_000;
const LONGEST_ASKED_WAIT = 60_000;
// A line slower than this, in bytes a millisecond, counts as stalled.
const SLOWEST = 128;

/** The patience of a storage's options, with what is usual where nothing is given. @throws `OPTION_INVALID` */
export function patienceOf(given: Partial<Patience>, at: string): Patience {
  const patience = { ...USUAL };
  for (const option of ["attempts", "firstWait", "stallAfter"] as const) {
    const value: unknown = given[option];
    if (value === undefined) continue;
    const least = option === "firstWait" ? 0 : 1;
    const isWhole = typeof value === "number" && Number.isSafeInteger(value) && value >= least;
    if (!isWhole || value > 0x7f_ff_ff_ff) {
      const wanted = `a whole number from ${least}${option === "attempts" ? "" : ", in milliseconds"}`;
      throw errors.OPTION_INVALID({ at, option, wanted, given: value });
    }
    patience[option] = value;
  }
  return patience;
}

/** How long to wait after a failed attempt, the first of which is 1. Spread, so that clients do not come back together. */
export function waitAfter(attempt: number, patience: Patience, asked: number | undefined): number {
  const usual = Math.min(LONGEST_WAIT, patience.firstWait * 2 ** (attempt - 1));
  const spread = usual * (0.5 + Math.random() / 2);
  return Math.max(spread, Math.min(asked ?? 0, LONGEST_ASKED_WAIT));
}

/** After how many milliseconds an attempt is given up that sends so many bytes. */
export function deadlineFor(bytes: number, patience: Patience): number {
  return patience.stallAfter + Math.ceil(bytes / SLOWEST);
}
