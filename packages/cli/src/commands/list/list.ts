import type { Entity } from "@flytekit-ts/core/graph";
import { isMap } from "@flytekit-ts/workflow/compile";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { entityObject, locationOf } from "../../entities/entity-object.js";
import { interfaceWords } from "../../entities/interface-words.js";
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
    out.print(`There is no ${options.kind?.replace("-", " ") ?? "task, workflow or launch plan"}.`);
    return ExitCode.Success;
  }
  const hasNames = found.some((each) => each.export !== each.entity.name);
  out.table(
    [
      { title: "export" },
      ...(hasNames ? [{ title: "name", gives: 1 }] : []),
      { title: "kind" },
      { title: "takes and gives", gives: 2 },
      { title: "declared at", gives: 1 },
    ],
    found.map((each) => {
      const { file, line } = locationOf(each.entity, each.file);
      return [
        each.export,
        ...(hasNames ? [nameWords(each.entity)] : []),
        each.entity.kind,
        interfaceWords(each.entity.interface),
        `${shownPath(file, host.cwd)}${line === undefined ? "" : `:${line}`}`,
      ];
    }),
  );
  return ExitCode.Success;
};

// A map's own name is made of its target's and a hash, which says nothing to people.
function nameWords(entity: Entity): string {
  return isMap(entity) ? `(each of ${entity.target.name})` : entity.name;
}
