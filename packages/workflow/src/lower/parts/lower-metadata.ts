import type * as idl from "@flytekit-ts/models/core";
import type { CallSettings } from "@flytekit-ts/core/graph";
import { toDuration } from "@flytekit-ts/core/literals";

/** The metadata of an entity's node, unless its call overrides it. */
export interface NodeDefaults {
  /** The name that is shown for the node. */
  readonly name: string;
  /** Nanoseconds; 0 is no limit. */
  readonly timeout?: bigint;
  readonly retries?: number;
  readonly interruptible?: boolean | undefined;
}

/** A node's metadata: the settings of the call, or else those of the entity. */
export function lowerMetadata(settings: CallSettings, defaults: NodeDefaults): idl.NodeMetadata {
  const timeout = settings.timeout ?? defaults.timeout ?? 0n;
  const interruptible = settings.interruptible ?? defaults.interruptible;
  const { cacheable, version, serialize } = settings.cache ?? {};
  return {
    name: settings.displayName ?? defaults.name,
    timeout: timeout === 0n ? undefined : toDuration(timeout),
    retries: { retries: settings.retries ?? defaults.retries ?? 0 },
    interruptibleValue: present(interruptible, (value) => ({ $case: "interruptible", value })),
    cacheableValue: present(cacheable, (value) => ({ $case: "cacheable", value })),
    cacheVersionValue: present(version, (value) => ({ $case: "cacheVersion", value })),
    cacheSerializableValue: present(serialize, (value) => ({ $case: "cacheSerializable", value })),
    config: new Map(),
  };
}

function present<T, R>(value: T | undefined, wrap: (value: T) => R): R | undefined {
  return value === undefined ? undefined : wrap(value);
}
