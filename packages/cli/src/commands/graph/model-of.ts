import { relative, resolve } from "node:path";
import { readRun } from "@flytekit-ts/local-exec/journal";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import { graphOf } from "../../graph/graph-of.js";
import { graphOfRun } from "../../graph/graph-of-run.js";
import type { GraphModel } from "../../graph/model/graph-model.js";
import { findRun } from "../../local/kept/find-run.js";
import { refuseWord } from "../../project/meant-by.js";
import { entitiesOf, findEntity } from "../../sources/find-entity.js";
import type { FoundEntity } from "../../sources/found-entity.js";
import type { Drawn } from "./drawn.js";

/** The graph that a command line asks for. @throws `USAGE_INVALID`, and what loading, compiling and reading throw */
export async function modelOf(drawn: Drawn, cli: Cli): Promise<GraphModel> {
  const { file, entity, run, execution } = drawn;
  if (drawn.remote === true || execution !== undefined)
    return await (await import("./model-on-cluster.js")).modelOnCluster(drawn, cli);
  if (run !== undefined && entity === undefined && file !== undefined)
    throw usage("with --run it needs the name of the entity, too, or no file at all");
  if (file !== undefined) await refuseWord(file, "tsflyte graph", cli);
  const source = file === undefined ? undefined : resolve(cli.host.cwd, file);
  const model = source === undefined ? undefined : await authored(source, entity, cli);
  if (run !== undefined) return await ofRun(run, model, source, cli);
  if (model !== undefined) return model;
  throw usage(
    "it needs a file that exports a workflow, a run, an execution, or --remote and a name",
    "Such as `tsflyte graph src/workflows.ts`.",
  );
}

async function authored(source: string, name: string | undefined, cli: Cli): Promise<GraphModel> {
  const { folder } = await cli.project(source);
  const shown = relative(cli.host.cwd, source);
  const found =
    name === undefined
      ? await onlyWorkflow(source, shown, cli)
      : await findEntity(source, name, cli.host.signal);
  return graphOf(found.entity, { folder });
}

async function onlyWorkflow(source: string, shown: string, { host }: Cli): Promise<FoundEntity> {
  const workflows = (await entitiesOf(source, host.signal)).filter(
    ({ entity }) => entity.kind === "workflow",
  );
  const [only] = workflows;
  if (only !== undefined && workflows.length === 1) return only;
  const names = workflows.map((each) => each.export);
  if (names.length === 0) throw usage(`${shown} exports no workflow; name a task or launch plan of it`);
  throw usage(`${shown} exports several workflows`, `Name one of them: ${names.join(", ")}.`);
}

async function ofRun(
  id: string,
  model: GraphModel | undefined,
  source: string | undefined,
  cli: Cli,
): Promise<GraphModel> {
  const { runsFolder } = await cli.project(source);
  const kept = await readRun(runsFolder, findRun(runsFolder, id));
  const { name } = kept.header.entity;
  if (model !== undefined && model.name !== name)
    throw usage(
      `the run ${kept.id} is of ${name}, not of ${model.name}`,
      "Leave out the file and the entity.",
    );
  const graph = await graphOfRun(kept, model);
  if (graph !== undefined) return graph;
  throw usage(
    `the run ${kept.id} ended before its graph was kept`,
    "Give the file and the entity that it ran.",
  );
}

function usage(problem: string, advice?: string): unknown {
  return errors.USAGE_INVALID({ command: "tsflyte graph", problem, advice });
}
