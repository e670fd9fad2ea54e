import { readFileSync } from "node:fs";
import { entity as c01 } from "./c01-linear.js";
import { entity as c02 } from "./c02-named-outputs.js";
import { entity as c03 } from "./c03-collections.js";
import { entity as c04 } from "./c04-defaults.js";
import { entity as c05 } from "./c05-order.js";
import { entity as c06 } from "./c06-overrides.js";
import { entity as c07 } from "./c07-subworkflow.js";
import { entity as c23 } from "./c23-void-and-static.js";
import { entity as c24 } from "./c24-diamond.js";

/** The workflow of each reference case, written with this package. */
export const twins = {
  c01_linear: c01,
  c02_named_outputs: c02,
  c03_collections: c03,
  c04_defaults: c04,
  c05_order: c05,
  c06_overrides: c06,
  c07_subworkflow: c07,
  c23_void_and_static: c23,
  c24_diamond: c24,
} as const;

/** Name of a reference case. */
export type TwinName = keyof typeof twins;

/** What flytekit serialized for a case, and what its local runs took and gave. */
export interface Reference {
  readonly entities: readonly { readonly kind: string; readonly name: string; readonly pb: string }[];
  readonly local: readonly { readonly inputs: Record<string, unknown>; readonly outputs: unknown }[];
}

/** The recorded reference of a case. */
export function readReference(name: TwinName): Reference {
  return JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), "utf8")) as Reference;
}
