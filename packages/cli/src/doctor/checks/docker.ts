import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { runQuietly } from "../../init/run-quietly.js";
import { copiedFromAbove, lockfileAdvice } from "../../project/lockfiles.js";
import { ok, skipped, warning } from "../finding.js";
import type { Check } from "../patient.js";

/** Whether an image can be built here, if there is one to build. */
export const docker: Check = {
  name: "docker",
  examine: async ({ folder, signal }) => {
    const dockerfile = join(folder, "Dockerfile");
    if (!existsSync(dockerfile)) return skipped("there is no Dockerfile");
    const lockfile = copiedFromAbove(readFileSync(dockerfile, "utf8"), folder);
    if (lockfile !== undefined)
      return warning(
        `the Dockerfile copies ${basename(lockfile)}, which is not beside it, but in ${dirname(lockfile)}`,
        lockfileAdvice(folder, lockfile),
      );
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
