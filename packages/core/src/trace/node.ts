import type { Entity } from "../entity/entity.js";
import type { CallSettings } from "../settings/call-settings.js";
import type { Place } from "../source/place.js";
import type { Binding } from "./binding.js";
import type { NodeKey } from "./node-key.js";

/** One call to one entity inside a workflow body. A node is a value: frozen when made. */
export interface Node {
  readonly kind: "node";
  readonly key: NodeKey;
  readonly entity: Entity;
  /** Sorted by variable, as flytekit emits them. */
  readonly bindings: readonly Binding[];
  /** Order the author asked for. Order implied by data is read from `bindings`. */
  readonly after: readonly NodeKey[];
  readonly settings: CallSettings;
  readonly place: Place;
}
