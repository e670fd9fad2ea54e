import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of fetching runs: a part of the catalogue. */
export const fetchRunErrors = defineErrors({
  LOCAL_EXEC_MISSING: {
    origin: "user",
    message: () => "A run is fetched into a journal of @flytekit-ts/local-exec, which is not installed.",
    hint: "Install it: `npm install --save-dev @flytekit-ts/local-exec`.",
  },
});
