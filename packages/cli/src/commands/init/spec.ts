import { defineCommand } from "../../command/command-spec.js";

export const initSpec = defineCommand({
  name: "init",
  summary: "Make a project that runs, tests, type-checks and packages at once",
  details:
    "The project has a workflow with its test, a flyte.config.ts, a Dockerfile and a workflow for GitHub's CI. Its packages " +
    "are installed, and it becomes a repository of git unless it is in one. Nothing that is there is written over: a folder " +
    "that is not empty is refused.",
  arguments: {
    folder: { kind: "optional", says: "The folder to make, or . for this one; asked for on a terminal" },
  },
  options: {
    name: {
      kind: "text",
      placeholder: "NAME",
      says: "The name in package.json",
      absent: "the folder's name, changed to what npm takes",
    },
    "package-manager": {
      kind: "choice",
      choices: ["npm", "pnpm", "yarn"],
      says: "Install and run with this one",
      absent: "the one that started tsflyte, or asked for on a terminal",
    },
    install: {
      kind: "flag",
      negatable: true,
      says: "Install the packages (the default), or leave that to you",
    },
    git: { kind: "flag", negatable: true, says: "Make a repository of git (the default), or none" },
  },
  examples: [
    { line: "tsflyte init garden", says: "Make the folder garden, and install its packages" },
    {
      line: "tsflyte init garden --package-manager pnpm --no-install",
      says: "Write the files for pnpm, and no more",
    },
  ],
});
