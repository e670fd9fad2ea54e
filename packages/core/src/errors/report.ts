import type { Place } from "../source/place.js";
import { type FlytekitError, isFlytekitError } from "./flytekit-error.js";
import { locate } from "./locate.js";

/** Takes the error of one part of a call, so that the other parts are checked too. */
export type Report = (error: unknown) => void;

/** Throws the first error, which ends the whole call. */
export const refuse: Report = (error) => {
  throw error;
};

/**
 * Adds errors to `faults`, located at `place` unless they have a location. Errors of other packages are thrown at
 * once.
 */
export function reportTo({ faults }: { readonly faults: FlytekitError[] }, place?: Place): Report {
  return (error) => {
    if (!isFlytekitError(error)) throw error;
    faults.push(place === undefined ? error : (locate(error, place) as FlytekitError));
  };
}

/** The result of `make`. If `make` throws, the error is reported and `otherwise` is the result. */
export function attempt<T>(make: () => T, otherwise: T, report: Report): T {
  try {
    return make();
  } catch (error) {
    report(error);
    return otherwise;
  }
}
