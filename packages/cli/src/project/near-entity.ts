import { closest } from "@flytekit-ts/core/graph";
import type { Cli } from "../command/cli.js";
import { type ProjectEntity, projectEntities } from "./project-entities.js";

/** The entity of a project that somebody may have meant by a word. What cannot be loaded has none. */
export async function nearEntity(word: string, cli: Cli): Promise<ProjectEntity | undefined> {
  const all = await entitiesIn(cli);
  const isNamed = (name: string) => (each: ProjectEntity) =>
    each.export === name || each.entity.name === name;
  const exact = all.find(isNamed(word));
  if (exact !== undefined) return exact;
  const near = closest(word, [...all.map((each) => each.export), ...all.map(({ entity }) => entity.name)]);
  return near === undefined ? undefined : all.find(isNamed(near));
}

// Who has mistyped a name is told of that, and not of a project without modules or of a fault in one.
async function entitiesIn(cli: Cli): Promise<readonly ProjectEntity[]> {
  try {
    return await projectEntities(await cli.project(), [], undefined, cli.host.signal);
  } catch {
    return [];
  }
}
