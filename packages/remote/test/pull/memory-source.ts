import type { PullSource, RegisteredEntity } from "../../src/pull/source/pull-source.js";

/** Entities in memory, as a cluster that has them. The last of a name is its newest. */
export function memorySource(entities: readonly RegisteredEntity[]): PullSource {
  const those = (kind: string, of: { project: string; domain: string; name?: string }): RegisteredEntity[] =>
    entities.filter(
      (each) =>
        each.kind === kind &&
        each.project === of.project &&
        each.domain === of.domain &&
        (of.name === undefined || each.name === of.name),
    );
  return {
    names: async ({ kind, ...of }) => [...new Set(those(kind, of).map(({ name }) => name))],
    latest: async (kind, of) => those(kind, of).at(-1),
    get: async (kind, of) => those(kind, of).find(({ version }) => version === of.version),
  };
}
