import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { systemWords } from "@flytekit-ts/core/storage";
import { type Remote, remoteErrors } from "@flytekit-ts/remote";
import {
  pull as pullModule,
  pullCheck,
  type PulledKind,
  type PulledModule,
  type PullSelection,
  writePulled,
} from "@flytekit-ts/remote/pull";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { notOnCluster } from "../../cluster/not-on-cluster.js";
import { withCluster } from "../../cluster/with-cluster.js";
import { wrongPlace } from "../../cluster/wrong-place.js";
import { errors } from "../../errors.js";
import type { pullSpec } from "./spec.js";

const command = "tsflyte pull";

/** `tsflyte pull` */
export const pull: Action<typeof pullSpec> = async ({ arguments: { NAME }, options }, cli) => {
  const { check, output } = options;
  if (check === undefined)
    return await withCluster(cli, options, (remote) => write(remote, { names: NAME, options }, cli));
  if (output !== undefined || NAME.length > 0 || options.kind !== undefined)
    throw errors.USAGE_INVALID({
      command,
      problem: "--check takes the module alone",
      advice: "The module itself says what was pulled.",
    });
  const text = await readModule(resolve(cli.host.cwd, check), check);
  return await withCluster(cli, options, async (remote) => {
    const { isCurrent, changes } = await pullCheck(remote, text, { signal: cli.host.signal });
    for (const change of changes) {
      cli.out.object({ kind: "change", change: change.kind, of: change.of, text: change.text });
      cli.out.print(change.text);
    }
    cli.out.object({ kind: "checked", file: check, isCurrent });
    if (isCurrent) cli.out.print(`${check} is what is registered.`);
    else
      cli.out.note(
        `${check} is not what is registered now. \`${command} -o ${check}\` with the same names writes it anew.`,
      );
    return isCurrent ? ExitCode.Success : ExitCode.Failure;
  });
};

type Options = Given<typeof pullSpec>["options"];

async function write(
  remote: Remote,
  { names, options }: { readonly names: readonly string[]; readonly options: Options },
  { host, out }: Cli,
): Promise<ExitCode> {
  const { output, kind } = options;
  const module = await pulled(remote, {
    ...(names.length === 0 ? {} : { entities: names.map((name) => ({ ...nameAndVersion(name), kind })) }),
    ...(kind === undefined || names.length > 0 ? {} : { kinds: [kind] }),
    signal: host.signal,
  });
  const { text, entities, leftOut } = module;
  const { project = "", domain = "" } = remote.config;
  const isEmpty = entities.length === 0 && leftOut.length === 0;
  const misplaced = isEmpty ? await wrongPlace(remote, { project, domain }) : undefined;
  if (misplaced !== undefined) throw misplaced;
  for (const { kind: of, name, version, why } of leftOut)
    out.warn(`left out ${of.replace("-", " ")} ${name} ${version}: ${why}`);
  const told = {
    entities: entities.map((each) => ({ ...each })),
    leftOut: leftOut.map((each) => ({ ...each })),
  };
  if (output === undefined) {
    out.object({ kind: "pulled", ...told, text });
    out.print(text.replace(/\n$/, ""));
    return ExitCode.Success;
  }
  const isWritten = await writePulled(resolve(host.cwd, output), module);
  out.object({ kind: "pulled", file: output, isWritten, ...told });
  for (const { kind: of, name, version, as } of entities)
    out.note(`  ${of.replace("-", " ")} ${name} ${version} as ${as}`);
  out.print(isWritten ? `Wrote ${output}.` : `${output} was so already.`);
  return ExitCode.Success;
}

async function pulled(remote: Remote, selection: PullSelection): Promise<PulledModule> {
  try {
    return await pullModule(remote, selection);
  } catch (error) {
    if (!remoteErrors.PULL_ENTITY_NOT_FOUND.is(error)) throw error;
    const { name, version, kinds } = error.params;
    const [kind = "launch-plan", ...others] = kinds as readonly PulledKind[];
    throw await notOnCluster(remote, { kind, others, name, version }, error);
  }
}

function nameAndVersion(text: string): { readonly name: string; readonly version?: string } {
  const [, name = text, version] = /^(.+):([^:]+)$/.exec(text) ?? [];
  return version === undefined ? { name } : { name, version };
}

async function readModule(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const problem = `${shown} cannot be read: ${systemWords(cause, "reading")}`;
    throw errors.USAGE_INVALID(
      { command, problem, advice: `\`${command} -o ${shown}\` writes it.` },
      { cause },
    );
  }
}
