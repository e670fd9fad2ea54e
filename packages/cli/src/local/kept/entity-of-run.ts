import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Signal } from "@flytekit-ts/core/storage";
import type { KeptRun } from "@flytekit-ts/local-exec/journal";
import { errors } from "../../errors.js";
import { entitiesOf, findEntity } from "../../sources/find-entity.js";
import type { FoundEntity } from "../../sources/found-entity.js";
import { EXPORT, FILE } from "./labels.js";
import { shortId } from "./find-run.js";

/** Where the entity of a run is now, if somebody says it. */
export interface Moved {
  /** By default where it was. */
  readonly file?: string | undefined;
  /** By default what it was called. */
  readonly entity?: string | undefined;
  readonly cwd: string;
  readonly signal?: Signal | undefined;
}

/**
 * Load the entity of a kept run again, from where it was when the run began, or from where it is said to be now.
 *
 * @throws `RUN_ENTITY_MOVED` if it is not there; `SOURCE_UNLOADABLE`
 */
export async function entityOfRun(
  { id, header }: KeptRun,
  moved: Moved,
): Promise<FoundEntity & { readonly file: string }> {
  const { name } = header.entity;
  const kept = header.labels?.[FILE];
  const run = shortId(id);
  const file = moved.file === undefined ? kept : resolve(moved.cwd, moved.file);
  if (file === undefined)
    throw errors.RUN_ENTITY_MOVED({
      run,
      entity: name,
      problem: "its journal does not say which file has it",
    });
  if (moved.file === undefined && !existsSync(file))
    throw errors.RUN_ENTITY_MOVED({ run, entity: name, problem: `${file} is not there any more` });
  if (moved.entity !== undefined) return { ...(await findEntity(file, moved.entity, moved.signal)), file };
  const all = await entitiesOf(file, moved.signal);
  const found =
    all.find((each) => each.export === header.labels?.[EXPORT] && each.entity.name === name) ??
    all.find(({ entity }) => entity.name === name);
  if (found === undefined)
    throw errors.RUN_ENTITY_MOVED({ run, entity: name, problem: `${file} does not export it` });
  return { ...found, file };
}
