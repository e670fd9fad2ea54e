import { setMaxListeners } from "node:events";
import { dirname } from "node:path";
import type { ClusterValues } from "../../cluster/cluster-options.js";
import { openCluster } from "../../cluster/connect-to.js";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import type { Output, Paint } from "../../command/output.js";
import { allChecks } from "../../doctor/checks/all-checks.js";
import { examine, type Examined } from "../../doctor/examine.js";
import { findUpwards } from "../../project/find-upwards.js";
import type { FindingStatus } from "../../doctor/finding.js";
import type { NamedCluster, Patient } from "../../doctor/patient.js";
import { timeLimit } from "@flytekit-ts/core/storage";
import { withoutSecrets } from "../../doctor/without-secrets.js";
import type { doctorSpec } from "./spec.js";

const SECONDS = 10;

/** `tsflyte doctor` */
export const doctor: Action<typeof doctorSpec> = async ({ options }, cli) => {
  const { host, out } = cli;
  const limit = timeLimit(SECONDS * 1000, host.signal);
  const patient = patientOf(cli, options, limit.signal);
  const found = (await examine(allChecks, patient)).map((each) => clean(each, host.env));
  limit.clear();
  host.signal.throwIfAborted();
  for (const each of found) show(each, out);
  const count = (status: FindingStatus): number => found.filter((each) => each.status === status).length;
  const [problems, warnings] = [count("problem"), count("warning")];
  out.object({ kind: "summary", problems, warnings });
  out.print(
    `\n${problems === 0 ? "No problems" : counted(problems, "problem")} and ${counted(warnings, "warning")}.`,
  );
  await (await patient.cluster().catch(() => undefined))?.remote.close();
  return problems === 0 ? ExitCode.Success : ExitCode.Failure;
};

function patientOf(cli: Cli, given: ClusterValues, signal: AbortSignal): Patient {
  const { host } = cli;
  const manifest = findUpwards(host.cwd, ["package.json"]);
  let cluster: Promise<NamedCluster | undefined> | undefined;
  // Each check listens to it, and more of them than Node takes for usual.
  setMaxListeners(0, signal);
  return {
    folder: manifest === undefined ? host.cwd : dirname(manifest),
    env: host.env,
    signal,
    project: () => cli.project(),
    cluster: () => (cluster ??= namedCluster(cli, given)),
  };
}

async function namedCluster(cli: Cli, given: ClusterValues): Promise<NamedCluster | undefined> {
  const found = await openCluster(cli, given, { interactive: false });
  if (found.sources.has("endpoint")) return found;
  await found.remote.close();
  return undefined;
}

const PAINTS: Readonly<Record<FindingStatus, Paint>> = {
  ok: "green",
  warning: "yellow",
  problem: "red",
  skipped: "dim",
};
const NAME_WIDTH = Math.max(...allChecks.map(({ name }) => name.length));

function show({ name, status, says, advice }: Examined, out: Output): void {
  out.object({ kind: "check", name, status, says, advice });
  out.print(`${out.paint(PAINTS[status], status.padEnd(7))}  ${name.padEnd(NAME_WIDTH)}  ${says}`);
  if (advice !== undefined) out.print(`${" ".repeat(NAME_WIDTH + 11)}${advice}`);
}

function clean(found: Examined, env: Patient["env"]): Examined {
  const { says, advice } = found;
  return {
    ...found,
    says: withoutSecrets(says, env),
    ...(advice === undefined ? {} : { advice: withoutSecrets(advice, env) }),
  };
}

const counted = (count: number, what: string): string =>
  `${count === 0 ? "no" : count} ${what}${count === 1 ? "" : "s"}`;
