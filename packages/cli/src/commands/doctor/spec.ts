import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const doctorSpec = defineCommand({
  name: "doctor",
  summary: "Find what is wrong with this machine, the project or its cluster",
  details:
    "Checks Node, TypeScript, the package manager and the versions of flytekit-ts; the configuration and the " +
    "modules of the project; the cluster, the sign-in and the clock; images, Docker, storage and the disk. " +
    "Each problem comes with what to do about it. It takes ten seconds at most, changes nothing, and asks " +
    "nobody to sign in. The exit code is 1 if there is a problem; warnings do not count.",
  arguments: {},
  options: clusterOptions,
  examples: [
    { line: "tsflyte doctor", says: "Check everything" },
    { line: "tsflyte doctor --json", says: "Print one JSON object for each check" },
  ],
});
