import { defineCommand } from "../../command/command-spec.js";

export const initSpec = defineCommand({
  name: "init",
  summary: "Create a project that is ready to run, test and package",
  details:
    "The project has a workflow with its test, a flyte.config.ts, a Dockerfile and a workflow for GitHub " +
    "Actions. Its packages are installed, and it becomes a git repository, unless it is inside one. Existing " +
    "files are never overwritten: a folder that is not empty is refused.",
  arguments: {
    folder: {
      kind: "optional",
      says: "The folder to create, or . for this one; if left out, a terminal asks for it",
    },
  },
  options: {
    name: {
      kind: "text",
      placeholder: "NAME",
      says: "The name in package.json",
      absent: "the name of the folder, as npm allows it",
    },
    "package-manager": {
      kind: "choice",
      choices: ["npm", "pnpm", "yarn"],
      says: "The package manager of the project",
      absent: "the one that started tsflyte; else a terminal asks for it",
    },
    install: {
      kind: "flag",
      negatable: true,
      says: "Install the packages, or leave that to you",
      absent: "install",
    },
    git: { kind: "flag", negatable: true, says: "Create a git repository, or none", absent: "create" },
  },
  examples: [
    { line: "tsflyte init garden", says: "Create a project in the folder garden, and install its packages" },
    {
      line: "tsflyte init garden --package-manager pnpm --no-install",
      says: "Write the files for pnpm, and install nothing",
    },
  ],
});
