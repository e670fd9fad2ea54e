import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { entityObject, locationOf } from "../../entities/entity-object.js";
import { entityTable, type Tabled } from "../../entities/entity-table.js";
import { kindWords } from "../../entities/shown-name.js";
import { shownPath } from "../../project/config-file/shown-path.js";
import { refuseWord } from "../../project/meant-by.js";
import { projectEntities } from "../../project/project-entities.js";
import type { listSpec } from "./spec.js";

/** `tsflyte list` */
export const list: Action<typeof listSpec> = async ({ arguments: { FILE }, options }, cli) => {
  const { host, out } = cli;
  for (const each of FILE) await refuseWord(each, "tsflyte inspect", cli);
  const project = await cli.project(FILE[0]);
  const all = await projectEntities(project, FILE, host.cwd, host.signal);
  const found = all.filter(({ entity }) => options.kind === undefined || entity.kind === options.kind);
  for (const each of found) out.object(entityObject(each));
  if (found.length === 0) {
    out.print(`There is no ${kindWords(options.kind ?? "task, workflow or launch plan")}.`);
    return ExitCode.Success;
  }
  const byFile = new Map<string, Tabled[]>();
  for (const each of found) {
    const { file, line } = locationOf(each.entity, each.file);
    const tabled = byFile.get(file) ?? [];
    tabled.push({ ...each, line });
    byFile.set(file, tabled);
  }
  for (const [index, [file, tabled]] of [...byFile].entries()) {
    out.print(`${index === 0 ? "" : "\n"}${out.paint("cyan", shownPath(file, host.cwd))}`);
    entityTable(tabled, out);
  }
  return ExitCode.Success;
};
