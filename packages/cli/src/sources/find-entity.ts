import { readFileSync } from "node:fs";
import { closest, isEntity } from "@flytekit-ts/core/graph";
import type { Signal } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import type { FoundEntity } from "./found-entity.js";
import { loadModule } from "./load-module.js";

/** The entities that a module exports, in the order of their declarations. @throws `SOURCE_UNLOADABLE` */
export async function entitiesOf(file: string, signal?: Signal): Promise<readonly FoundEntity[]> {
  const exported = Object.entries(await loadModule(file, signal));
  const found = exported.flatMap(([name, entity]) => (isEntity(entity) ? [{ export: name, entity }] : []));
  return found.toSorted((a, b) => lineOf(a) - lineOf(b));
}

/**
 * The entity that a module exports under a name, which may also be the entity's own name.
 *
 * @throws `SOURCE_UNLOADABLE`, `ENTITY_NOT_IN_FILE`
 */
export async function findEntity(file: string, name: string, signal?: Signal): Promise<FoundEntity> {
  const all = await entitiesOf(file, signal);
  const found = all.find((each) => each.export === name) ?? all.find(({ entity }) => entity.name === name);
  if (found !== undefined) return found;
  const has = all.map((each) => each.export);
  const near = closest(name, has);
  throw errors.ENTITY_NOT_IN_FILE({ file, name, has, closest: near, isDeclared: declares(file, name) });
}

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

const DECLARED = /^\s*(?:const|let|var|class|function)\s+([\p{ID_Continue}$]+)/gmu;

/** Whether a file that could be loaded declares a name, whatever it is: most often somebody forgot to export it. */
function declares(file: string, name: string): boolean {
  if (!NAME.test(name)) return false;
  // The name is no part of the expression: one of a hundred thousand letters is too long for that.
  const declared = readFileSync(file, "utf8").matchAll(DECLARED);
  return [...declared].some(([, each]) => each === name);
}

function lineOf({ entity }: FoundEntity): number {
  return entity.definedAt.location?.line ?? 0;
}
