import { closest } from "@flytekit-ts/core/graph";
import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import type { ExecutionStatus } from "@flytekit-ts/remote";
import { fetchRun } from "@flytekit-ts/remote/fetch-run";
import type { Cli } from "../../command/cli.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import { projectEntities } from "../../project/project-entities.js";
import { findEntity } from "../../sources/find-entity.js";
import type { FoundEntity } from "../../sources/found-entity.js";
import { resolve } from "node:path";
import type { fetchSpec } from "./spec.js";

const command = "tsflyte fetch";

/** Write an execution as a local run of the project. */
export async function fetchAsRun(
  { arguments: { WHAT: id, FOLDER }, options }: Given<typeof fetchSpec>,
  cli: Cli,
): Promise<ExitCode> {
  const { out, host } = cli;
  const { signal } = host;
  return await onExecution(cli, { id, command, options }, async ({ remote, execution }) => {
    const status = await execution.status({ signal });
    const { entity } = await entityOf(status, options.entity, cli);
    const { runsFolder, settings } = await cli.project();
    const journal = FOLDER === undefined ? runsFolder : resolve(host.cwd, FOLDER);
    const fetched = await fetchRun(remote, execution.id, {
      entity: entity as Typed<Shape, OutSpec>,
      ...{ journal, storage: settings.storage, signal },
    });
    const { run, failed, notes } = fetched;
    out.object({
      kind: "fetched",
      execution: { ...execution.id },
      run,
      journal,
      failed,
      notes: notes.map((each) => ({ ...each })),
    });
    for (const { path, problem } of notes) out.warn(`${path} ${problem}`);
    out.print(run);
    if (failed.length > 0)
      out.note(
        `It failed at ${failed.join(", ")}: \`tsflyte runs rerun ${run} --from ${failed[0] ?? ""}\` runs that here.`,
      );
    return ExitCode.Success;
  });
}

async function entityOf(status: ExecutionStatus, named: string | undefined, cli: Cli): Promise<FoundEntity> {
  if (named !== undefined) {
    const [, file, name] = /^(.+):([^:]+)$/.exec(named) ?? [];
    if (file !== undefined && name !== undefined)
      return await findEntity(resolve(cli.host.cwd, file), name, cli.host.signal);
    throw errors.USAGE_INVALID({
      command,
      problem: `--entity does not take ${JSON.stringify(named)}`,
      advice: "Write a file and an export: `--entity src/workflows.ts:daily`.",
    });
  }
  const wanted = status.entity?.name ?? "";
  const all = await projectEntities(await cli.project(), [], undefined, cli.host.signal);
  const found = all.find(({ entity }) => entity.name === wanted);
  if (found !== undefined) return found;
  const near = closest(
    wanted,
    all.map(({ entity }) => entity.name),
  );
  throw errors.USAGE_INVALID({
    command,
    problem: `the execution is of ${wanted}, which no module of the project exports`,
    advice: `Say what it is here: \`--entity src/workflows.ts:daily\`.${near === undefined ? "" : ` The nearest is ${near}.`}`,
  });
}
