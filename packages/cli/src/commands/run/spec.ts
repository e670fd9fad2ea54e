import { defineCommand } from "../../command/command-spec.js";
import { localOptions } from "../../local/options/local-options.js";

export const runSpec = defineCommand({
  name: "run",
  summary: "Run a task, workflow or launch plan, here or on the cluster",
  details:
    "Runs an entity that FILE exports, on this machine. ENTITY is the name that it is exported by, or its own name. " +
    "Its inputs are options behind it, one for each: `tsflyte run FILE ENTITY --help` lists them, and without ENTITY " +
    "`tsflyte run FILE --help` lists what the file exports. What it gives is printed on standard output.",
  arguments: {
    FILE: { says: "The file with the entity" },
    ENTITY: { says: "The entity, by its export or its name", kind: "optional" },
  },
  options: localOptions,
  examples: [
    { line: "tsflyte run src/workflows.ts daily", says: "Run the workflow `daily`" },
    { line: "tsflyte run src/workflows.ts --help", says: "List what the file exports" },
    { line: "tsflyte run --json src/workflows.ts daily", says: "Print each event as JSON" },
  ],
  takesRest: true,
});
