import { authErrors } from "./errors/auth-errors.js";
import { configErrors } from "./errors/config-errors.js";
import { connectionErrors } from "./errors/connection-errors.js";
import { pullErrors } from "./errors/pull-errors.js";
import { registrationErrors } from "./errors/registration-errors.js";
import { transferErrors } from "./errors/transfer-errors.js";
import { executionErrors } from "./errors/execution-errors.js";
import { connectorErrors } from "./errors/connector-errors.js";
import { fetchRunErrors } from "./errors/fetch-run-errors.js";
import { eagerErrors } from "./errors/eager-errors.js";
import { watchingErrors } from "./errors/watching-errors.js";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = Object.freeze({
  ...authErrors,
  ...configErrors,
  ...connectionErrors,
  ...pullErrors,
  ...registrationErrors,
  ...transferErrors,
  ...executionErrors,
  ...connectorErrors,
  ...fetchRunErrors,
  ...eagerErrors,
  ...watchingErrors,
});
