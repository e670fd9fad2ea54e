import { dirname, relative, resolve } from "node:path";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import type { InitResult } from "../../init/init-options.js";
import { initProject } from "../../init/init-project.js";
import { packageManagerOf, packageManagers } from "../../init/package-managers.js";
import { lockfileAdvice } from "../../project/lockfiles.js";
import { askFolder, askPackageManager } from "./ask.js";
import type { initSpec } from "./spec.js";

/** `tsflyte init` */
export const init: Action<typeof initSpec> = async ({ arguments: { folder: named }, options }, cli) => {
  const { host, out } = cli;
  const isAsked = named === undefined && out.canAsk;
  const folder = isAsked ? await askFolder(host) : named;
  if (isAsked && folder === undefined) return ExitCode.Interrupted;
  if (folder === undefined || folder === "") {
    const advice = "Name one, such as `tsflyte init garden`, or `.` for this folder.";
    throw errors.USAGE_INVALID({ command: "tsflyte init", problem: "it needs a folder", advice });
  }
  const known = options["package-manager"] ?? packageManagerOf(host.env["npm_config_user_agent"]);
  const packageManager = known ?? (out.canAsk ? await askPackageManager(host) : "npm");
  if (packageManager === undefined) return ExitCode.Interrupted;
  const made = await initProject({
    folder: resolve(host.cwd, folder),
    name: options.name,
    packageManager,
    install: options.install,
    git: options.git,
    signal: host.signal,
    onStep: (says) => out.note(`${says} ...`),
  });
  out.object({ ...made });
  out.print(`Created ${made.name} in ${made.folder}`);
  const { workspaceLockfile: lockfile } = made;
  if (lockfile !== undefined)
    out.warn(
      `The packages are in the workspace of ${dirname(lockfile)}, and the Dockerfile finds no lockfile beside it. ${lockfileAdvice(made.folder, lockfile)}`,
    );
  out.print(`\nNext:\n${nextSteps(made, host.cwd).join("\n")}`);
  return ExitCode.Success;
};

function nextSteps({ folder, packageManager, isInstalled }: InitResult, cwd: string): readonly string[] {
  const { install, run, exec } = packageManagers[packageManager];
  const near = relative(cwd, folder);
  const path = near.startsWith("..") ? folder : near;
  const lines = [
    ...(path === "" ? [] : [`cd ${/^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`}`]),
    ...(isInstalled ? [] : [install]),
    `${exec} tsflyte run src/workflows.ts garden --rain 2.5`,
    `${run} test`,
    `${exec} tsflyte --help`,
  ];
  return lines.map((line) => `  ${line}`);
}
