import { connectionErrors } from "./errors/connection-errors.js";
import { pullErrors } from "./errors/pull-errors.js";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = Object.freeze({ ...connectionErrors, ...pullErrors });
