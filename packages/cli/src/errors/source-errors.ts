import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of loading an author's sources: a part of the catalogue. */
export const sourceErrors = defineErrors({
  ENTITY_NOT_IN_FILE: {
    origin: "user",
    message: (p: {
      file: string;
      name: string;
      has: readonly string[];
      closest?: string | undefined;
      isDeclared?: boolean;
    }) => `${p.file} exports no task, workflow or launch plan ${JSON.stringify(p.name)}.`,
    hint: ({ has, closest, file, name, isDeclared }) => {
      if (isDeclared === true)
        return `${name} is declared there, but not exported: write \`export\` before it.`;
      if (closest !== undefined) return `Did you mean ${closest}?`;
      return has.length === 0
        ? "It exports none at all: export those that should be run."
        : `\`tsflyte list ${file}\` lists what it exports.`;
    },
  },
  SOURCE_UNLOADABLE: {
    origin: "user",
    message: (p: { file: string; problem: string; advice?: string | undefined }) =>
      `${p.file} cannot be loaded: ${p.problem}.`,
    hint: ({ advice }) =>
      advice ?? "Give a file of JavaScript or TypeScript that exports tasks or workflows.",
  },
});
