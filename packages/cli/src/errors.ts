import { clusterErrors } from "./errors/cluster-errors.js";
import { commandErrors } from "./errors/command-errors.js";
import { configErrors } from "./errors/config-errors.js";
import { gateErrors } from "./errors/gate-errors.js";
import { initErrors } from "./errors/init-errors.js";
import { keptErrors } from "./errors/kept-errors.js";
import { inputErrors } from "./errors/input-errors.js";
import { packagingErrors } from "./errors/packaging-errors.js";
import { sourceErrors } from "./errors/source-errors.js";

/** The errors of the command line. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = {
  ...clusterErrors,
  ...commandErrors,
  ...configErrors,
  ...gateErrors,
  ...initErrors,
  ...keptErrors,
  ...inputErrors,
  ...packagingErrors,
  ...sourceErrors,
};
