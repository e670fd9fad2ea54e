import type { ClusterConfig } from "../config/cluster-config.js";
import type { Connection } from "../connection/connection.js";
import { moduleText } from "./module/module-text.js";
import type { PulledId, PulledModule } from "./pulled-module.js";
import { askingOf, type PullSelection } from "./selection.js";
import { clusterSource } from "./source/cluster-source.js";
import { findEntities, type FindOptions } from "./source/find-entities.js";
import type { Asking } from "./source/asking.js";
import type { PullSource, RegisteredEntity } from "./source/pull-source.js";

/** What pulling needs of a `Remote`. */
export interface PullRemote {
  readonly config: Pick<ClusterConfig, "project" | "domain">;
  readonly connection: Pick<Connection, "admin">;
}

/**
 * Writes a TypeScript module of what is registered: a reference for each task and launch plan, with all types, so that a
 * workflow calls what was written in Python with checked inputs.
 *
 * The text depends on nothing but what is registered: the same entities give the same bytes, whatever the cluster is called.
 * It contains no code that the cluster has chosen. What has no type here is `unknown`, with a comment that says why.
 *
 * @throws `PULL_ENTITY_NOT_FOUND`, `OPTION_INVALID`, `OPTION_UNKNOWN`, and what calls throw.
 * @example
 * const { text } = await pull(await connect(), { project: "shop", domain: "production", entities: ["shop.rate"] });
 */
export async function pull(remote: PullRemote, selection: PullSelection = {}): Promise<PulledModule> {
  const asked = askingOf(selection, remote.config);
  return pullFrom(clusterSource(remote.connection.admin), asked, { signal: selection.signal });
}

/** The module of what is asked for. */
export async function pullFrom(
  source: PullSource,
  asked: Asking,
  options: FindOptions = {},
): Promise<PulledModule> {
  const { text, pulled, leftOut } = moduleText(await findEntities(source, asked, options), asked);
  return {
    text,
    entities: pulled.map(({ entity, as }) => ({ ...idOf(entity), as })),
    leftOut: leftOut.map(({ entity, why }) => ({ ...idOf(entity), why })),
  };
}

function idOf({ kind, project, domain, name, version }: RegisteredEntity): PulledId {
  return { kind, project, domain, name, version };
}
