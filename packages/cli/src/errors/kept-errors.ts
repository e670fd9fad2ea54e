import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of runs that are kept: a part of the catalogue. */
export const keptErrors = defineErrors({
  RUN_ENTITY_MOVED: {
    origin: "user",
    message: (p: { run: string; entity: string; problem: string }) =>
      `The run ${p.run} is one of ${p.entity}, which is not found again: ${p.problem}.`,
    hint: "Say where it is now: `--file FILE`, and `--entity NAME` if it has another name there.",
  },
});
