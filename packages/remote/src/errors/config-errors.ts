import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of configuration: a part of the catalogue. */
export const configErrors = defineErrors({
  CONFIG_FILE_INVALID: {
    origin: "user",
    message: (p: { path: string; problem: string }) => `The file ${p.path} cannot be used: ${p.problem}.`,
    hint: "Check the path, and what is in the file.",
  },
  CONFIG_VALUE_INVALID: {
    origin: "user",
    message: (p: { name: string; source: string; wanted: string; given: string }) =>
      `\`${p.name}\` of ${p.source} must be ${p.wanted}, not ${p.given}.`,
    hint: (p) => `Correct the value in ${p.source}.`,
  },
});
