import { existsSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "../../init/run-quietly.js";
import { ok, skipped, warning } from "../finding.js";
import type { Check } from "../patient.js";

/** Whether an image can be built here, if there is one to build. */
export const docker: Check = {
  name: "docker",
  examine: async ({ folder, signal }) => {
    if (!existsSync(join(folder, "Dockerfile"))) return skipped("there is no Dockerfile");
    const { code, said } = await runQuietly("docker", ["version", "--format", "{{.Server.Version}}"], {
      cwd: folder,
      signal,
    });
    if (code === 0) return ok(`docker ${said}`);
    if (code === undefined)
      return warning("docker is not here, which builds images", "Install it, or build the image in your CI.");
    return warning(
      "docker is here, but its daemon does not answer",
      "Start it, or build the image in your CI.",
    );
  },
};
