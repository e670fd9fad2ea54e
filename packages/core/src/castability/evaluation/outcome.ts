/** The verdict of the backend's compiler on a value of one type where another is wanted. */
export type Castability = "castable" | "not-castable" | "crashes-backend";

/**
 * A part of a type in words: `field age`. It is a function, so that words are made only when a message needs them.
 */
export type Place = () => string;

/** The path to a part of a type, outermost place first. */
export interface Path {
  readonly place: Place;
  readonly rest: Path | undefined;
}

/** The types fit. `ignored` is a schema keyword that was not compared, which is not allowed inside a union. */
export interface Fit {
  readonly verdict: "castable";
  readonly ignored: string | undefined;
}

/** The types do not fit, or crash the backend. */
export interface Misfit {
  readonly verdict: Exclude<Castability, "castable">;
  readonly why: () => string;
  readonly path: Path | undefined;
}

/** The result of one comparison. */
export type Outcome = Fit | Misfit;

export const FITS: Fit = { verdict: "castable", ignored: undefined };

/** The types fit, except for a keyword that was not compared. */
export function ignoring(keyword: string): Fit {
  return { verdict: "castable", ignored: keyword };
}

/** The types do not fit, for this reason. */
export function misfit(why: () => string): Misfit {
  return { verdict: "not-castable", why, path: undefined };
}

/** The types crash the backend, for this reason. */
export function crash(why: () => string): Misfit {
  return { verdict: "crashes-backend", why, path: undefined };
}

/** The same outcome with `place` added in front of its path. */
export function within(place: Place | undefined, outcome: Outcome): Outcome {
  if (place === undefined || outcome.verdict === "castable") return outcome;
  return { ...outcome, path: { place, rest: outcome.path } };
}

/**
 * The worse of two outcomes: a crash, then a misfit, then a fit with an ignored keyword. The first if they are
 * equal.
 */
export function worse(first: Outcome, second: Outcome): Outcome {
  return rank(second) > rank(first) ? second : first;
}

function rank(outcome: Outcome): number {
  if (outcome.verdict === "castable") return outcome.ignored === undefined ? 0 : 1;
  return outcome.verdict === "not-castable" ? 2 : 3;
}
