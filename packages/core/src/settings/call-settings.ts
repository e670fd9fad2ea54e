import type * as idl from "@flytekit-ts/models/core";

import type { NodeCache } from "./cache.js";
import type { PodTemplate } from "./pod-template.js";

/** Checked call options in the form that lowering needs. For an absent option the setting of the entity applies. */
export interface CallSettings {
  readonly id?: string;
  readonly displayName?: string;
  readonly retries?: number;
  /** Nanoseconds; 0 removes the timeout of the task. */
  readonly timeout?: bigint;
  readonly interruptible?: boolean;
  readonly cache?: NodeCache;
  readonly resources?: idl.Resources;
  readonly image?: string;
  readonly extendedResources?: idl.ExtendedResources;
  readonly podTemplate?: PodTemplate;
  readonly aliases?: ReadonlyMap<string, string>;
}
