import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of `flyte.config.ts`: a part of the catalogue. */
export const configErrors = defineErrors({
  CONFIG_FILE_INVALID: {
    origin: "user",
    message: (p: { file: string; problem: string; advice?: string | undefined }) =>
      `The configuration ${p.file} cannot be used: ${p.problem}.`,
    hint: ({ advice }) =>
      advice ??
      "Let its default export be `defineConfig({ ... })`, from `@flytekit-ts/cli`, with the settings of the guide.",
  },
});
