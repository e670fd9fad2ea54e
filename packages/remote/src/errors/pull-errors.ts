import { defineErrors } from "@flytekit-ts/core/errors";

/** An entity that is not registered. */
export interface MissingEntity {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly kinds: readonly string[];
}

/** The errors of pulling: a part of the catalogue. */
export const pullErrors = defineErrors({
  PULL_ENTITY_NOT_FOUND: {
    origin: "user",
    message: ({ project, domain, name, version, kinds }: MissingEntity) => {
      const words = kinds.map((kind) => kind.replace("-", " ")).join(" or ");
      const of = version === undefined ? "" : ` with the version ${version}`;
      return `There is no ${words} ${name}${of} in project ${project}, domain ${domain}.`;
    },
    hint: "Check its name and version, the project and the domain. A workflow is pulled as a launch plan.",
  },
  PULL_MODULE_UNREADABLE: {
    origin: "user",
    message: ({ given }: { readonly given: string }) =>
      `The text to compare with the cluster is no module that \`pull\` of this version has written: ${given}.`,
    hint: "Make the module again with `pull`, and compare that one.",
  },
  PULL_NOT_WRITTEN: {
    origin: "user",
    message: ({ path, problem }: { readonly path: string; readonly problem: string }) =>
      `The pulled module cannot be written to ${path}: ${problem}.`,
    hint: "Give the path of a file in a folder that is there and can be written to.",
  },
});
