import { relative } from "node:path";
import { ok, skipped } from "../finding.js";
import type { Check } from "../patient.js";

/** Whether flyte.config.ts can be read, with each of its profiles. */
export const configuration: Check = {
  name: "configuration",
  examine: async (patient) => {
    const project = await patient.project();
    if (project.configFile === undefined) return skipped("there is no flyte.config.ts: the defaults apply");
    // What is wrong with one is thrown.
    for (const name of project.profiles) project.withProfile(name);
    const count = project.profiles.length;
    const profiles =
      count === 0 ? "" : `, with the ${count === 1 ? "profile" : "profiles"} ${project.profiles.join(", ")}`;
    return ok(`${relative(project.folder, project.configFile)}${profiles}`);
  },
};
