import type { TaskResolver } from "./task-resolver.js";

/** Where entities are registered and what they run in; nothing of it is part of a definition. */
export interface SerializationSettings {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
  /** Image of tasks that name none. */
  readonly image: string;
  /** Environment of every task; a task's own wins. */
  readonly environment?: { readonly [name: string]: string } | undefined;
  /** Folder that module paths are relative to, so that two machines write equal bytes; the working directory by default. */
  readonly root?: string | undefined;
  /** How containers find tasks again; by module and name by default. */
  readonly resolver?: TaskResolver | undefined;
}
