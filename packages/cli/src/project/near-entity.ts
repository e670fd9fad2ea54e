import { closest } from "@flytekit-ts/core/graph";
import type { Cli } from "../command/cli.js";
import { type DeclaredEntity, declaredEntities } from "../sources/near/declared-entities.js";
import { ownModules } from "./project-entities.js";

/** The entity of a project that somebody may have meant by a word. The modules are read, and not loaded. */
export async function nearEntity(word: string, cli: Cli): Promise<DeclaredEntity | undefined> {
  const all = await entitiesIn(cli);
  const isNamed = (name: string) => (each: DeclaredEntity) => each.export === name || each.name === name;
  const exact = all.find(isNamed(word));
  if (exact !== undefined) return exact;
  const near = closest(
    word,
    all.flatMap(({ export: exported, name }) => [exported, ...(name === undefined ? [] : [name])]),
  );
  return near === undefined ? undefined : all.find(isNamed(near));
}

// Who has mistyped a name is told of that, and not of a project without modules or of a fault in one.
async function entitiesIn(cli: Cli): Promise<readonly DeclaredEntity[]> {
  try {
    return await declaredEntities(ownModules(await cli.project()) ?? []);
  } catch {
    return [];
  }
}
