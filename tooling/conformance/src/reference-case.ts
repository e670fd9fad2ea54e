import { readFileSync } from "node:fs";
import type { ReferenceMessage } from "./messages/reference.js";

/** What flytekit serialized for a case, and what its local runs took and gave. */
export interface ReferenceCase {
  readonly entities: readonly ReferenceMessage[];
  readonly local?: readonly LocalRunOfFlytekit[];
}

/** A run by flytekit itself, as plain JSON: outputs, or the Python class of the error. */
export interface LocalRunOfFlytekit {
  readonly entity: string;
  readonly inputs: Record<string, unknown>;
  readonly outputs?: unknown;
  readonly error?: string;
}

/** The recorded reference of a case. */
export function readReferenceCase(name: string): ReferenceCase {
  const file = new URL(`../data/golden/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as ReferenceCase;
}
