import { defineCommand } from "../../command/command-spec.js";

export const buildSpec = defineCommand({
  name: "build",
  summary: "Build the images that tasks run in",
  details:
    "Builds the images that flyte.config.ts says how to make, of a Dockerfile or by a hook, as far as the tasks of the " +
    "project use them, and pushes them to their registry. What the registry has already is not built again. `tsflyte " +
    "package` and `tsflyte register` do the same before they go on.",
  arguments: {
    FILE: { says: "The file with the entity; by default the modules of flyte.config.ts", kind: "optional" },
    ENTITY: { says: "Build the images of this entity only", kind: "optional" },
  },
  options: {
    force: { kind: "flag", short: "f", says: "Build images that their registry has already" },
    push: { kind: "flag", negatable: true, says: "Push what is built, or leave it on this machine" },
  },
  examples: [
    { line: "tsflyte build", says: "Build the images of the project" },
    {
      line: "tsflyte build src/workflows.ts daily --no-push",
      says: "Build those of one workflow, for this machine",
    },
  ],
});
