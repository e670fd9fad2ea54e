import { isPlainObject } from "@flytekit-ts/core/types";
import type { PulledKind } from "./pull-source.js";

/** What was asked for, in full. */
export interface Asking {
  readonly project: string;
  readonly domain: string;
  readonly kinds: readonly PulledKind[];
  /** Left out for everything that the project has in the domain. */
  readonly entities?: readonly AskedEntity[];
}

/** An entity that was asked for. Without a version, the newest is meant. */
export interface AskedEntity {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version?: string;
  readonly kinds: readonly PulledKind[];
}

/** Whether a value is what was asked for, as a header holds it: anyone may have changed that. */
export function isAsking(value: unknown): value is Asking {
  if (!isPlainObject(value) || !isPlace(value)) return false;
  const { entities } = value;
  return entities === undefined || (Array.isArray(entities) && entities.every(isAskedEntity));
}

function isAskedEntity(value: unknown): boolean {
  if (!isPlainObject(value) || !isPlace(value)) return false;
  const { name, version } = value;
  return typeof name === "string" && (version === undefined || typeof version === "string");
}

function isPlace({ project, domain, kinds }: { readonly [key: string]: unknown }): boolean {
  if (typeof project !== "string" || typeof domain !== "string" || !Array.isArray(kinds)) return false;
  return kinds.every((kind) => kind === "task" || kind === "launch-plan");
}
