import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { runtimeErrors, writePackage } from "@flytekit-ts/runtime/package";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { entityWords } from "../../entities/shown-name.js";
import { packageGiven } from "../../packaging/options/package-given.js";
import { packageObject, packageWords } from "../../packaging/options/package-words.js";
import { shownPath } from "../../project/config-file/shown-path.js";
import type { packageSpec } from "./spec.js";

/** `tsflyte package` */
export const packageCommand: Action<typeof packageSpec> = async ({ arguments: { FILE }, options }, cli) => {
  const { host, out } = cli;
  const path = resolve(host.cwd, options.output ?? "flyte-package.tgz");
  const overwrite = options.force === true;
  // Nobody should wait for a bundle that cannot be written.
  if (!/\.(?:tgz|tar\.gz)$/.test(path)) {
    const problem = `an archive has a name that ends in .tgz or .tar.gz, unlike ${JSON.stringify(options.output)}`;
    throw errors.USAGE_INVALID({ command: "tsflyte package", problem, advice: "Clusters take no other." });
  }
  if (!overwrite && existsSync(path)) throw runtimeErrors.PACKAGE_EXISTS({ path });
  const { made } = await packageGiven(FILE, options, cli);
  await writePackage(made, path, { overwrite });
  const shown = shownPath(path, host.cwd);
  out.object({ kind: "package", path, ...packageObject(made) });
  for (const { kind, id } of made.members) out.note(`  ${entityWords(kind, id.name)}`);
  out.print(`Packaged ${packageWords(made)} into ${shown}.`);
  out.print(`The version is ${made.version}.`);
  out.note(`\`tsflyte register ${shown} --version ${made.version}\` registers it.`);
  return ExitCode.Success;
};
