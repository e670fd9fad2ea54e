import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of making a project: a part of the catalogue. */
export const initErrors = defineErrors({
  PROJECT_NOT_MADE: {
    origin: "user",
    message: (p: { folder: string; problem: string; advice?: string | undefined }) =>
      `No project was made in ${p.folder}: ${p.problem}.`,
    hint: ({ advice }) => advice ?? "Name a folder that does not exist yet, or an empty one.",
  },
  PACKAGES_NOT_INSTALLED: {
    origin: "user",
    message: (p: { folder: string; command: string; problem: string }) =>
      `The project in ${p.folder} is made, but \`${p.command}\` failed: ${p.problem}`,
    hint: ({ command }) => `Mend what it says, and run \`${command}\` in the folder of the project.`,
  },
});
