import type { Header, HeaderEntity, HeaderRecord } from "../module/header.js";

/** One thing that is different on the cluster. */
export interface PullChange {
  readonly kind:
    | "edited"
    | "written-otherwise"
    | "entity-added"
    | "entity-removed"
    | "version"
    | "input-added"
    | "input-removed"
    | "input-changed"
    | "output-added"
    | "output-removed"
    | "output-changed"
    | "record-changed";
  /** The name of the entity or record that it is about. */
  readonly of?: string;
  /** In words: what it is, and what it was. */
  readonly text: string;
}

/** What is different between two headers. */
export function changesOf(before: Header, after: Header): readonly PullChange[] {
  const several = new Set([...severalOf(before.entities), ...severalOf(after.entities)]);
  const then = byId(before.entities, several);
  const now = byId(after.entities, several);
  const changes: PullChange[] = [];
  for (const [id, entity] of now) {
    const old = then.get(id);
    changes.push(...(old === undefined ? [added(entity)] : changesOfEntity(old, entity)));
  }
  for (const [id, entity] of then) if (!now.has(id)) changes.push(removed(entity));
  return [...changes, ...changesOfRecords(before.records, after.records)];
}

// The version is what may change, unless several versions of an entity were chosen: then each is one of its own.
function byId(
  entities: readonly HeaderEntity[],
  several: ReadonlySet<string>,
): ReadonlyMap<string, HeaderEntity> {
  return new Map(
    entities.map((entity) => {
      const id = idOf(entity);
      return [several.has(id) ? JSON.stringify([id, entity.version]) : id, entity];
    }),
  );
}

function severalOf(entities: readonly HeaderEntity[]): readonly string[] {
  const ids = entities.map(idOf);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function idOf({ kind, project, domain, name }: HeaderEntity): string {
  return JSON.stringify([kind, project, domain, name]);
}

function wordsOf({ kind, name, version }: HeaderEntity): string {
  return `${kind.replace("-", " ")} ${name} ${version}`;
}

function added(entity: HeaderEntity): PullChange {
  return { kind: "entity-added", of: entity.name, text: `${wordsOf(entity)} is new` };
}

function removed(entity: HeaderEntity): PullChange {
  return { kind: "entity-removed", of: entity.name, text: `${wordsOf(entity)} is gone` };
}

function changesOfEntity(then: HeaderEntity, now: HeaderEntity): readonly PullChange[] {
  const of = now.name;
  const version: readonly PullChange[] =
    then.version === now.version
      ? []
      : [{ kind: "version", of, text: `${wordsOf(now)} is newer than ${then.version}` }];
  const variables = (["input", "output"] as const).flatMap((part) =>
    changesOfNames(then[`${part}s`], now[`${part}s`]).map(({ what, text }) => ({
      kind: `${part}-${what}` as const,
      of,
      text: `${wordsOf(now)}: the ${part} ${text}`,
    })),
  );
  return [...version, ...variables];
}

function changesOfRecords(
  before: readonly HeaderRecord[],
  after: readonly HeaderRecord[],
): readonly PullChange[] {
  const then = new Map(before.map(({ record, fields }) => [record, fields]));
  return after.flatMap(({ record, fields }) => {
    const old = then.get(record);
    if (old === undefined) return [];
    return changesOfNames(old, fields).map(({ text }) => {
      return { kind: "record-changed" as const, of: record, text: `record ${record}: the field ${text}` };
    });
  });
}

type Types = Readonly<Record<string, string>>;

interface ChangedName {
  readonly what: "added" | "removed" | "changed";
  readonly text: string;
}

function changesOfNames(then: Types, now: Types): readonly ChangedName[] {
  const changes: ChangedName[] = [];
  for (const [name, type] of Object.entries(now)) {
    const old = Object.hasOwn(then, name) ? then[name] : undefined;
    if (old === undefined) changes.push({ what: "added", text: `\`${name}\` is new (${type})` });
    else if (old !== type) changes.push({ what: "changed", text: `\`${name}\` was ${old}, and is ${type}` });
  }
  for (const [name, type] of Object.entries(then))
    if (!Object.hasOwn(now, name))
      changes.push({ what: "removed", text: `\`${name}\` is gone (it was ${type})` });
  return changes;
}
