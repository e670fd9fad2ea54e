import {
  type ClusterInterface,
  type ExecutableReference,
  remoteErrors,
  type Remote,
} from "@flytekit-ts/remote";
import { asksForHelp } from "../../command/asks-for-help.js";
import type { Cli } from "../../command/cli.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { globalOptions } from "../../command/global-options.js";
import { clusterOptions } from "../../cluster/cluster-options.js";
import { notOnCluster } from "../../cluster/not-on-cluster.js";
import { runDeployed } from "../../cluster/running/run-on-cluster.js";
import { withCluster } from "../../cluster/with-cluster.js";
import { errors } from "../../errors.js";
import { readInputs } from "../../inputs/read-inputs.js";
import { printPage } from "./entity-page.js";
import { mergedOptions } from "./merged-options.js";
import { nowhere } from "./nowhere.js";
import { ownWords } from "./own-words.js";
import { runSpec } from "./spec.js";

type Values = Given<typeof runSpec>["options"];

// What says which entity is meant, and where it is: known before the inputs can be read.
const BEFORE = {
  ...clusterOptions,
  kind: runSpec.options.kind,
  version: runSpec.options.version,
  project: globalOptions.project,
  domain: globalOptions.domain,
  profile: globalOptions.profile,
  config: globalOptions.config,
};

/** Run what is registered on a cluster, by its name or `NAME:VERSION`. */
export async function runNamed(
  given: Given<typeof runSpec>,
  { name: text, rest }: { readonly name: string; readonly rest: readonly string[] },
  cli: Cli,
): Promise<ExitCode> {
  const first = cli.reread(runSpec, ownWords(rest, BEFORE));
  const before = mergedOptions<Values>(given.options, first.options);
  const command = `tsflyte run ${text}`;
  return await withCluster(first.cli, before, async (remote) => {
    if (!remote.config.sources.has("endpoint")) throw await nowhere(text, cli);
    // Who has mistyped the name of a file should know why a cluster is asked.
    cli.out.note(`There is no file ${text} here: looking for it on ${remote.config.endpoint}`);
    const found = await findNamed(remote, text, { before, cli });
    const { kind, name, version } = found.entity;
    if (cli.globals.help === true || asksForHelp(rest)) {
      const words = `The ${kind.replace("-", " ")} ${name} ${version}`;
      const object = {
        kind: "help",
        entity: { ...found.entity },
        inputs: [...found.interface.inputs.keys()],
      };
      printPage({ command, words, interface: found.interface, object }, cli);
      return ExitCode.Success;
    }
    const { host, out } = cli;
    const options = { ...runSpec.options, ...globalOptions };
    const read = await readInputs(found.interface, rest, { ...host, command, options });
    for (const note of read.notes) out.warn(note);
    const { options: behind, cli: chosen } = cli.reread(runSpec, read.rest);
    const values = mergedOptions<Values>(given.options, behind);
    return await runDeployed(chosen, { remote, reference: found.entity, inputs: read.values }, values);
  });
}

type Named = { readonly before: Values; readonly cli: Cli };

async function findNamed(remote: Remote, text: string, { before, cli }: Named): Promise<ClusterInterface> {
  const [, name = text, after] = /^(.+?)(?::([^:]+))?$/.exec(text) ?? [];
  const version = before.version ?? after;
  const { signal } = cli.host;
  const asked = before.kind === undefined ? (["launch-plan", "task"] as const) : [before.kind];
  const found = await Promise.all(asked.map((kind) => interfaceOf(remote, { kind, name, version }, signal)));
  const [first, second] = found.filter((each) => each !== undefined);
  if (first === undefined) {
    const others = before.kind === undefined ? (["workflow", "task"] as const) : [];
    throw await notOnCluster(remote, { kind: before.kind ?? "launch-plan", others, name, version });
  }
  if (second === undefined) return first;
  throw errors.USAGE_INVALID({
    command: "tsflyte run",
    problem: `${name} is a launch plan and a task too`,
    advice: "Say which one: `--kind launch-plan` or `--kind task`.",
  });
}

async function interfaceOf(
  remote: Remote,
  reference: ExecutableReference,
  signal: Cli["host"]["signal"],
): Promise<ClusterInterface | undefined> {
  try {
    return await remote.interfaceOf(reference, { signal });
  } catch (error) {
    if (remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error)) return undefined;
    throw error;
  }
}
