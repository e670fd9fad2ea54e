import { isReference } from "@flytekit-ts/workflow/compile";
import type { Entity } from "@flytekit-ts/core/graph";
import type { ExecutableReference, Execution, RegistrablePackage, Remote } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import type { ExitCode } from "../../command/exit-code.js";
import { packageProject } from "../../packaging/package-project.js";
import {
  type PackageOptionValues,
  withPackageOptions,
} from "../../packaging/options/with-package-options.js";
import type { ClusterValues } from "../cluster-options.js";
import { tellStarted } from "../executions/started.js";
import { givenAnswers } from "../gates/given-answers.js";
import { asking } from "../not-on-cluster.js";
import { pollIntervalOf } from "../poll-interval.js";
import { registrationProgress } from "../registering/show-registration.js";
import { withCluster } from "../with-cluster.js";
import type { ExecutionValues } from "./execution-options.js";
import { type OnlyLocal, refuseLocal } from "./refuse-local.js";
import { toExecuteOptions } from "./to-execute-options.js";
import { describeProblem } from "@flytekit-ts/workflow/checks";

/** What was given for the options of a run on a cluster. */
export type RunValues = ExecutionValues & PackageOptionValues & ClusterValues & OnlyLocal;

/** An entity of a file that is run on a cluster. */
export interface FileEntity {
  readonly file: string;
  readonly export: string;
  readonly entity: Entity;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Run an entity of a file on a cluster: registered in a version that is made of its content unless one was given, and executed
 * in it. What is registered already is not sent again.
 */
export async function runOnCluster(
  cli: Cli,
  { file, export: name, entity, inputs }: FileEntity,
  given: RunValues,
): Promise<ExitCode> {
  const { host, out } = cli;
  refuseLocal(given);
  const { settings } = await cli.project(file);
  const pollInterval = pollIntervalOf(given["poll-interval"], "tsflyte run");
  const options = toExecuteOptions(given, cli, settings.rawOutputPrefix);
  const answers = givenAnswers(given);
  // Variables of the execution are none of the tasks: those would be a new version.
  const project = withPackageOptions(await cli.project(file), { ...given, env: [] });
  const made = isReference(entity)
    ? undefined
    : await packageProject(project, {
        ...{ host, files: [file], exports: [name], followLinks: given["follow-links"] },
        onWarning: (problem) => out.warn(describeProblem(problem)),
        onLine: (line) => out.note(line),
      });
  return await withCluster(cli, given, async (remote) => {
    const version = made && (await registered(cli, remote, made));
    const execute = remote.execute as Execute;
    const execution = await execute(entity, inputs, { ...options, version });
    return await tellStarted(cli, { remote, execution, wait: given.wait === true, pollInterval, answers });
  });
}

async function registered({ host, out }: Cli, remote: Remote, made: RegistrablePackage): Promise<string> {
  const tell = registrationProgress({ ...out, print: out.note });
  const { version } = await remote.register(made, {
    // What was there already is no news to who only wants to run it.
    onProgress: (event) => {
      if (out.isJson || event.kind !== "registered" || event.entity.outcome !== "unchanged") tell(event);
    },
    signal: host.signal,
  });
  return version;
}

// The types of an entity that was found by its name are not known here; the client checks the inputs.
type Execute = (
  entity: Entity,
  inputs: unknown,
  options: Parameters<Remote["execute"]>[2],
) => Promise<Execution<unknown, unknown>>;

/** Run what is registered on a cluster, by its name. */
export async function runDeployed(
  cli: Cli,
  {
    remote,
    reference,
    inputs,
  }: {
    readonly remote: Remote;
    readonly reference: ExecutableReference;
    readonly inputs: Readonly<Record<string, unknown>>;
  },
  given: RunValues,
): Promise<ExitCode> {
  refuseLocal(given);
  const { settings } = await cli.project();
  const pollInterval = pollIntervalOf(given["poll-interval"], "tsflyte run");
  const options = toExecuteOptions(given, cli, settings.rawOutputPrefix);
  const answers = givenAnswers(given);
  const { kind, name, version } = reference;
  const execution = await asking(remote, { kind, name, version }, () =>
    remote.execute(reference, inputs, options),
  );
  return await tellStarted(cli, { remote, execution, wait: given.wait === true, pollInterval, answers });
}
