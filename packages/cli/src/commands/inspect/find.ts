import { resolve } from "node:path";
import { closest } from "@flytekit-ts/core/graph";
import type { Cli } from "../../command/cli.js";
import type { Project } from "../../config/project.js";
import { errors } from "../../errors.js";
import { shownPath } from "../../project/config-file/shown-path.js";
import {
  modulesOf,
  ownModules,
  type ProjectEntity,
  projectEntities,
} from "../../project/project-entities.js";
import { isWrittenAsFile } from "../../sources/near/is-written-as-file.js";
import { nearFile } from "../../sources/near/near-file.js";
import { statOf } from "../../sources/hooks/stat-of.js";

/** The entity that is meant by one argument or two: of a file, or of any module of the project. */
export async function findInProject(
  first: string,
  second: string | undefined,
  cli: Cli,
): Promise<{ readonly project: Project; readonly found: ProjectEntity }> {
  const { cwd, signal } = cli.host;
  const path = resolve(cwd, first);
  const isNamedSo = second !== undefined || isWrittenAsFile(first) || isFileAt(path);
  const project = await cli.project(isNamedSo ? first : undefined);
  // Without modules of the project, only a file can be meant.
  const isFile = isNamedSo || ownModules(project) === undefined;
  const files = isFile ? [first] : [];
  const all = await projectEntities(project, files, cwd, signal);
  const name = isFile ? second : first;
  const only = name === undefined && all.length === 1 ? all[0] : undefined;
  const found =
    only ?? all.find((each) => each.export === name) ?? all.find(({ entity }) => entity.name === name);
  if (found !== undefined) return { project, found };
  const has = all.map((each) => each.export);
  const file = modulesOf(project, files, cwd)
    .map((each) => shownPath(each, cwd))
    .join(", ");
  if (name === undefined) {
    throw errors.USAGE_INVALID({
      command: "tsflyte inspect",
      problem: `${file} exports ${has.length === 0 ? "no task, workflow or launch plan" : `several entities: ${has.join(", ")}`}`,
      advice: "Name one after the file.",
    });
  }
  const near = isFile ? undefined : nearFile(path);
  const meant = closest(name, has) ?? (near === undefined ? undefined : shownPath(near, cwd));
  throw errors.ENTITY_NOT_IN_FILE({ file, name, has, closest: meant });
}

function isFileAt(path: string): boolean {
  return statOf(path)?.isFile() === true;
}
