/** What the backend's compiler makes of a value of one type where another is wanted. */
export type Castability = "castable" | "not-castable" | "crashes-backend";

/** A part of a type in words: `field age`. Like all words here they are made only when somebody asks. */
export type Place = () => string;

/** Where in a type a part of it lies, outermost place first. */
export interface Path {
  readonly place: Place;
  readonly rest: Path | undefined;
}

/** It fits. `ignored` is a keyword that the comparison of records passed over: inside a union that counts. */
export interface Fit {
  readonly verdict: "castable";
  readonly ignored: string | undefined;
}

/** It does not fit, or crashes the backend. */
export interface Misfit {
  readonly verdict: Exclude<Castability, "castable">;
  readonly why: () => string;
  readonly path: Path | undefined;
}

/** The result of one comparison. */
export type Outcome = Fit | Misfit;

export const FITS: Fit = { verdict: "castable", ignored: undefined };

/** It fits, but for a keyword that was not compared. */
export function ignoring(keyword: string): Fit {
  return { verdict: "castable", ignored: keyword };
}

/** It does not fit, for this reason. */
export function misfit(why: () => string): Misfit {
  return { verdict: "not-castable", why, path: undefined };
}

/** The backend crashes over it, for this reason. */
export function crash(why: () => string): Misfit {
  return { verdict: "crashes-backend", why, path: undefined };
}

/** The same outcome, told from one container further out. */
export function within(place: Place | undefined, outcome: Outcome): Outcome {
  if (place === undefined || outcome.verdict === "castable") return outcome;
  return { ...outcome, path: { place, rest: outcome.path } };
}

/** The outcome that decides: a crash before a misfit, a misfit before what was ignored, else the first. */
export function worse(first: Outcome, second: Outcome): Outcome {
  return rank(second) > rank(first) ? second : first;
}

function rank(outcome: Outcome): number {
  if (outcome.verdict === "castable") return outcome.ignored === undefined ? 0 : 1;
  return outcome.verdict === "not-castable" ? 2 : 3;
}
