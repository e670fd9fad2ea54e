import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const doctorSpec = defineCommand({
  name: "doctor",
  summary: "Look for what is wrong with this machine, the project and its cluster",
  details:
    "It looks at Node, TypeScript, the package manager, the versions of flytekit-ts, the configuration and its modules; at the " +
    "cluster, the sign-in and the clock; at images, docker, storage and the disk. What is not good is shown with what to do. It " +
    "ends within ten seconds, leaves nothing behind, and asks nobody to sign in. Problems make its exit code 1, warnings do not.",
  arguments: {},
  options: clusterOptions,
  examples: [
    { line: "tsflyte doctor", says: "Look at everything" },
    { line: "tsflyte doctor --json", says: "One object a check, for programs" },
  ],
});
