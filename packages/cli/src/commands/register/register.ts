import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { systemWords } from "@flytekit-ts/core/storage";
import type { RegistrablePackage } from "@flytekit-ts/remote";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { consoleOfProject } from "../../cluster/console-of-project.js";
import { registrationProgress, showRegistration } from "../../cluster/registering/show-registration.js";
import { withCluster } from "../../cluster/with-cluster.js";
import { errors } from "../../errors.js";
import { packageOptions } from "../../packaging/options/package-options.js";
import { planOptions } from "../../packaging/options/plan-options.js";
import { packageGiven } from "../../packaging/options/package-given.js";
import type { registerSpec } from "./spec.js";

const command = "tsflyte register";
const ARCHIVE = /\.(?:tgz|tar\.gz)$/;

/** `tsflyte register` */
export const register: Action<typeof registerSpec> = async ({ arguments: { FILE }, options }, cli) => {
  const { out, host } = cli;
  const activate = activationOf(options);
  const made = await packageOf(FILE, options, cli);
  return await withCluster(cli, options, async (remote) => {
    const registered = await remote.register(made, {
      version: options.version,
      activate,
      dryRun: options["dry-run"],
      onProgress: registrationProgress(out, options["dry-run"]),
      signal: host.signal,
    });
    showRegistration(registered, { out, consoleUrl: consoleOfProject(remote, registered) });
    return ExitCode.Success;
  });
};

type Values = Given<typeof registerSpec>["options"];

function activationOf(options: Values): boolean | readonly string[] | undefined {
  const { activate, "activate-launch-plans": all } = options;
  if (activate.length === 0) return all;
  if (all === undefined) return activate;
  throw errors.USAGE_INVALID({
    command,
    problem: "--activate and --activate-launch-plans say different things",
    advice: "Name the launch plans with `--activate`, or take all of them with `--activate-launch-plans`.",
  });
}

async function packageOf(
  files: readonly string[],
  options: Values,
  cli: Cli,
): Promise<RegistrablePackage | Uint8Array> {
  const archives = files.filter((file) => ARCHIVE.test(file));
  const [archive] = archives;
  if (archive === undefined) return (await packageGiven(files, options, cli)).made;
  if (files.length > 1) {
    const problem = "an archive is registered alone";
    throw errors.USAGE_INVALID({ command, problem, advice: "Register one after the other." });
  }
  const packed = Object.keys({ ...packageOptions, ...planOptions }).filter((name) => {
    const given = Reflect.get(options, name) as Values[keyof Values];
    return name !== "version" && (Array.isArray(given) ? given.length > 0 : given !== undefined);
  });
  if (packed.length > 0) {
    const problem = `${packed.map((name) => `--${name}`).join(" and ")} ${packed.length === 1 ? "says" : "say"} what is packaged, and ${archive} is packaged already`;
    throw errors.USAGE_INVALID({ command, problem, advice: "Give it to `tsflyte package`." });
  }
  if (options.version === undefined) {
    const problem = "an archive does not say its version";
    throw errors.USAGE_INVALID({ command, problem, advice: "Say it: `--version v1`." });
  }
  try {
    return await readFile(resolve(cli.host.cwd, archive));
  } catch (cause) {
    const problem = `${archive} cannot be read: ${systemWords(cause, "reading")}`;
    throw errors.USAGE_INVALID(
      { command, problem, advice: "`tsflyte package` writes an archive." },
      { cause },
    );
  }
}
