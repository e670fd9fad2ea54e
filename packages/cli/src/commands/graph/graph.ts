import { relative, resolve } from "node:path";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import type { JsonValue } from "../../command/output.js";
import { errors } from "../../errors.js";
import { graphOf } from "../../graph/graph-of.js";
import type { GraphModel } from "../../graph/model/graph-model.js";
import { entitiesOf, findEntity } from "../../sources/find-entity.js";
import { drawGraph } from "./draw-graph.js";
import { formatOf } from "./format-of.js";
import type { graphSpec } from "./spec.js";
import { writeWhole } from "./write-whole.js";

/** `tsflyte graph` */
export const graph: Action<typeof graphSpec> = async (given, cli) => {
  const { output, direction, depth, types } = given.options;
  const format = formatOf(given.options);
  const model = await modelOf(given.arguments, cli);
  cli.out.object({ ...(JSON.parse(JSON.stringify(model)) as Record<string, JsonValue>) });
  if (cli.out.isJson && output === undefined) return ExitCode.Success;
  const picture = await drawGraph(model, format, { direction, depth, types });
  if (output === undefined) {
    cli.out.write(picture.endsWith("\n") ? picture : `${picture}\n`);
    return ExitCode.Success;
  }
  const file = resolve(cli.host.cwd, output);
  await writeWhole(file, picture);
  cli.out.note(`Wrote ${relative(cli.host.cwd, file)}.`);
  return ExitCode.Success;
};

type Named = Parameters<Action<typeof graphSpec>>[0]["arguments"];

async function modelOf({ file, entity }: Named, cli: Cli): Promise<GraphModel> {
  if (file === undefined) throw usage("it needs a file that exports a workflow");
  const source = resolve(cli.host.cwd, file);
  const { folder } = await cli.project();
  const found = entity === undefined ? await onlyWorkflow(source, file) : await findEntity(source, entity);
  return graphOf(found.entity, { folder });
}

async function onlyWorkflow(source: string, file: string): Promise<Awaited<ReturnType<typeof findEntity>>> {
  const workflows = (await entitiesOf(source)).filter(({ entity }) => entity.kind === "workflow");
  const [only] = workflows;
  if (only !== undefined && workflows.length === 1) return only;
  const names = workflows.map((each) => each.export);
  if (names.length === 0) throw usage(`${file} exports no workflow; name a task or launch plan of it`);
  throw usage(`${file} exports several workflows`, `Name one of them: ${names.join(", ")}.`);
}

function usage(problem: string, advice?: string): unknown {
  return errors.USAGE_INVALID({ command: "tsflyte graph", problem, advice });
}
