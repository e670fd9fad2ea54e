import type { Signal } from "@flytekit-ts/core/storage";
import type * as idl from "@flytekit-ts/models/core";

/** What can be pulled: what a workflow can call. A workflow of the cluster is called through its launch plan. */
export type PulledKind = "task" | "launch-plan";

/** What tells an entity of one kind from others, without its version. */
export interface EntityName {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
}

/** A task or launch plan as it is registered. */
export interface RegisteredEntity extends EntityName {
  readonly kind: PulledKind;
  readonly version: string;
  /** One line about it. */
  readonly description: string;
  readonly inputs: ReadonlyMap<string, RegisteredInput>;
  readonly outputs: ReadonlyMap<string, idl.Variable>;
}

/** An input. Of a launch plan it may have a default, or be found by Flyte itself. */
export interface RegisteredInput {
  readonly variable: idl.Variable;
  readonly default?: idl.Literal | undefined;
  /** Why a caller need not give it, where that is something else than a default. */
  readonly foundBy?: string | undefined;
}

/** Where entities come from: the few questions that pulling has. */
export interface PullSource {
  /** The names of all entities of a kind. */
  names(of: Listed, signal?: Signal): Promise<readonly string[]>;
  /** The version that was registered last; undefined if there is none. */
  latest(kind: PulledKind, name: EntityName, signal?: Signal): Promise<RegisteredEntity | undefined>;
  /** A version; undefined if there is none. */
  get(
    kind: PulledKind,
    name: EntityName & { readonly version: string },
    signal?: Signal,
  ): Promise<RegisteredEntity | undefined>;
}

/** A kind of entity in a project and domain. */
export interface Listed {
  readonly kind: PulledKind;
  readonly project: string;
  readonly domain: string;
}
