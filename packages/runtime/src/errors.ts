import { bundleErrors } from "./errors/bundle-errors.js";
import { executeErrors } from "./errors/execute-errors.js";
import { packErrors } from "./errors/pack-errors.js";
import { processErrors } from "./errors/process-errors.js";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = Object.freeze({
  ...bundleErrors,
  ...executeErrors,
  ...packErrors,
  ...processErrors,
});
