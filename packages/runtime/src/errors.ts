import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = defineErrors({});
