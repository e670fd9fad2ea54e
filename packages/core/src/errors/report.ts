import type { Place } from "../source/place.js";
import { type FlytekitError, isFlytekitError } from "./flytekit-error.js";
import { locate } from "./locate.js";

/** Takes what one part of a call was refused for, so that the other parts are looked at, too. */
export type Report = (error: unknown) => void;

/** Refuses the whole call for the first thing that is wrong with it. */
export const refuse: Report = (error) => {
  throw error;
};

/** Keeps what is wrong, at a place unless it has one; what is not ours is thrown at once. */
export function reportTo({ faults }: { readonly faults: FlytekitError[] }, place?: Place): Report {
  return (error) => {
    if (!isFlytekitError(error)) throw error;
    faults.push(place === undefined ? error : (locate(error, place) as FlytekitError));
  };
}

/** What `make` gives, or something in its place where it throws, which is reported. */
export function attempt<T>(make: () => T, otherwise: T, report: Report): T {
  try {
    return make();
  } catch (error) {
    report(error);
    return otherwise;
  }
}
