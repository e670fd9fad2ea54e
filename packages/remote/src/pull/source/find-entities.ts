import type { Signal } from "@flytekit-ts/core/storage";
import { pullErrors as errors } from "../../errors/pull-errors.js";
import type { AskedEntity, Asking } from "./asking.js";
import { eachAtOnce } from "./each-at-once.js";
import type { EntityName, PulledKind, PullSource, RegisteredEntity } from "./pull-source.js";

/** How entities are looked for. */
export interface FindOptions {
  readonly signal?: Signal | undefined;
  /** Take what is there, also if something that was named is not. */
  readonly mayLack?: boolean;
}

/**
 * The entities that are asked for, in the order of their names.
 *
 * @throws `PULL_ENTITY_NOT_FOUND` for one that was named and is not there, and what calls throw.
 */
export async function findEntities(
  source: PullSource,
  asked: Asking,
  options: FindOptions = {},
): Promise<readonly RegisteredEntity[]> {
  const found =
    asked.entities === undefined
      ? await findAll(source, asked, options.signal)
      : await findNamed(source, asked.entities, options);
  const byId = new Map(found.map((entity) => [orderOf(entity), entity]));
  return [...byId].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entity]) => entity);
}

async function findAll(
  source: PullSource,
  { project, domain, kinds }: Asking,
  signal?: Signal,
): Promise<readonly RegisteredEntity[]> {
  const names: (EntityName & { readonly kind: PulledKind })[] = [];
  for (const kind of kinds) {
    const listed = await source.names({ kind, project, domain }, signal);
    names.push(...listed.map((name) => ({ kind, project, domain, name })));
  }
  const found = await eachAtOnce(names, ({ kind, ...name }) => source.latest(kind, name, signal));
  // What was there when it was listed, and no longer is.
  return found.filter((entity) => entity !== undefined);
}

async function findNamed(
  source: PullSource,
  entities: readonly AskedEntity[],
  { signal, mayLack = false }: FindOptions,
): Promise<readonly RegisteredEntity[]> {
  const found = await eachAtOnce(entities, async (asked) => {
    const { kinds, project, domain, name, version } = asked;
    const of = { project, domain, name };
    const each = await Promise.all(
      kinds.map((kind) =>
        version === undefined
          ? source.latest(kind, of, signal)
          : source.get(kind, { ...of, version }, signal),
      ),
    );
    const those = each.filter((entity) => entity !== undefined);
    if (those.length === 0 && !mayLack) throw errors.PULL_ENTITY_NOT_FOUND({ ...of, version, kinds });
    return those;
  });
  return found.flat();
}

// Nothing that a name can have is before a line's end.
function orderOf({ project, domain, name, kind, version }: RegisteredEntity): string {
  return [name, project, domain, kind, version].join("\n");
}
