import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { type OnExecution, onExecution } from "../../cluster/executions/on-execution.js";
import { noSuchNode } from "../../cluster/executions/no-such-node.js";
import { showValues } from "../../cluster/values/show-values.js";
import type { Literals } from "@flytekit-ts/core/tasks";
import { remoteErrors } from "@flytekit-ts/remote";
import type { executionInputsSpec, executionOutputsSpec } from "./spec.js";

/** `tsflyte execution inputs` */
export const executionInputs: Action<typeof executionInputsSpec> = (given, cli) =>
  values("inputs", given, cli);

/** `tsflyte execution outputs` */
export const executionOutputs: Action<typeof executionOutputsSpec> = (given, cli) =>
  values("outputs", given, cli);

async function values(
  which: "inputs" | "outputs",
  { arguments: { id }, options }: Given<typeof executionOutputsSpec>,
  cli: Cli,
): Promise<ExitCode> {
  const { node, output: folder } = options;
  return await onExecution(cli, { id, command: `tsflyte execution ${which}`, options }, async (on) => {
    const { signal } = cli.host;
    const literals =
      node === undefined
        ? await on.execution.literals(which, { signal })
        : await ofNode(on, { which, node, cli });
    const { project, domain, name } = on.execution.id;
    await showValues(cli, {
      remote: on.remote,
      literals,
      of: { kind: which, project, domain, name, node },
      folder,
    });
    return ExitCode.Success;
  });
}

async function ofNode(
  { remote, execution }: OnExecution,
  { which, node, cli }: { readonly which: "inputs" | "outputs"; readonly node: string; readonly cli: Cli },
): Promise<Literals> {
  const { project, domain, name } = execution.id;
  const parts = [project, domain, name, node, which === "inputs" ? "i" : "o"].map(encodeURIComponent);
  const { signal } = cli.host;
  const found = await remote
    .get(`flyte://v1/${parts.join("/")}`, { signal })
    .catch(async (error: unknown) => {
      const isAbsent = remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error);
      const asked = { execution, node, by: "id", signal } as const;
      throw (isAbsent ? await noSuchNode(asked, error) : undefined) ?? error;
    });
  return found.kind === "values" ? found.literals : new Map();
}
