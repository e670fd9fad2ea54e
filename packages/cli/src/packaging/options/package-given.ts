import type { EntityPackage } from "@flytekit-ts/runtime/package";
import { describeProblem } from "@flytekit-ts/workflow/checks";
import type { Cli } from "../../command/cli.js";
import type { Project } from "../../config/project.js";
import { packageProject } from "../package-project.js";
import { type PackageOptionValues, withPackageOptions } from "./with-package-options.js";
import { type PlanOptionValues, withPlanOptions } from "./with-plan-options.js";

/** Package the project of a command as its options say, and tell of warnings and of what Docker prints. */
export async function packageGiven(
  files: readonly string[],
  options: PackageOptionValues & PlanOptionValues,
  cli: Cli,
): Promise<{ readonly project: Project; readonly made: EntityPackage }> {
  const { host, out } = cli;
  const project = withPlanOptions(withPackageOptions(await cli.project(files[0]), options), options);
  const made = await packageProject(project, {
    host,
    files,
    followLinks: options["follow-links"],
    onWarning: (problem) => out.warn(describeProblem(problem)),
    onLine: (line) => out.note(line),
  });
  // Nothing is written or sent for who has ended the command.
  host.signal.throwIfAborted();
  return { project, made };
}
