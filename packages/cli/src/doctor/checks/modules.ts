import { projectEntities, modulesOf } from "../../project/project-entities.js";
import { ok, skipped, warning } from "../finding.js";
import type { Check } from "../patient.js";

/** Whether the modules of the project load, and what they export. */
export const modules: Check = {
  name: "modules",
  needs: "project",
  examine: async (patient) => {
    const project = await patient.project();
    const { modules: named = [] } = project.settings;
    if (named.length === 0) {
      try {
        modulesOf(project);
      } catch {
        return skipped("flyte.config.ts names no modules, and there is no src/workflows.ts");
      }
    }
    const entities = await projectEntities(project, [], undefined, patient.signal);
    if (entities.length > 0)
      return ok(entities.length === 1 ? "1 entity loads" : `${entities.length} entities load`);
    return warning(
      "the modules export no task, workflow or launch plan",
      "Export those that should be packaged and registered.",
    );
  },
};
