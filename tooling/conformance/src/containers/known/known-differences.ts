import type { KnownDifference } from "./known-difference.js";

/** Where we are meant to leave something else than flytekit. The first rule that explains all of a row counts. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [];
