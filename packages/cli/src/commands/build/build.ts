import { closest } from "@flytekit-ts/core/graph";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { buildImages } from "../../packaging/build-images.js";
import { type ProjectEntity, projectEntities } from "../../project/project-entities.js";
import type { buildSpec } from "./spec.js";

/** `tsflyte build` */
export const build: Action<typeof buildSpec> = async ({ arguments: { FILE, ENTITY }, options }, cli) => {
  const { host, out } = cli;
  const project = await cli.project(FILE);
  const files = FILE === undefined ? [] : [FILE];
  const all = await projectEntities(project, files, host.cwd, host.signal);
  const chosen = ENTITY === undefined ? all : [named(all, FILE ?? "", ENTITY)];
  const { made, named: others } = await buildImages(
    chosen.map(({ entity }) => entity),
    project,
    { host, force: options.force, push: options.push, onLine: (line) => out.note(line) },
  );
  out.object({ kind: "images", made: [...made], named: [...others] });
  for (const image of made) out.print(image);
  if (made.length === 0)
    out.note("There is nothing to build: no task uses an image that flyte.config.ts says how to build.");
  for (const image of others) out.note(`${image} is used as it is.`);
  return ExitCode.Success;
};

function named(all: readonly ProjectEntity[], file: string, name: string): ProjectEntity {
  const found = all.find((each) => each.export === name) ?? all.find(({ entity }) => entity.name === name);
  if (found !== undefined) return found;
  const has = all.map((each) => each.export);
  throw errors.ENTITY_NOT_IN_FILE({ file, name, has, closest: closest(name, has) });
}
