import { defineCommand } from "../../command/command-spec.js";

export const buildSpec = defineCommand({
  name: "build",
  summary: "Build the images that tasks run in",
  details:
    "Builds the images that the tasks of the project use and that flyte.config.ts says how to build, from a " +
    "Dockerfile or by a function, and pushes them to their registry. Images that the registry has already are " +
    "not built again. `tsflyte package` and `tsflyte register` do this on their own.",
  arguments: {
    FILE: {
      says: "Build the images of this file only; by default of all modules in flyte.config.ts",
      kind: "optional",
    },
    ENTITY: { says: "Build the images of this task or workflow only", kind: "optional" },
  },
  options: {
    force: { kind: "flag", short: "f", says: "Build images even if their registry has them already" },
    push: {
      kind: "flag",
      negatable: true,
      says: "Push images to their registry, or leave them on this machine",
      absent: "push",
    },
  },
  examples: [
    { line: "tsflyte build", says: "Build the images of the project, and push them" },
    {
      line: "tsflyte build src/workflows.ts daily --no-push",
      says: "Build the images of one workflow, without pushing them",
    },
  ],
});
