import type { Entity } from "../entity/entity.js";
import type { CallSettings } from "../settings/call-settings.js";
import type { Place } from "../source/place.js";
import type { Binding } from "./binding.js";
import type { NodeKey } from "./node-key.js";

/** One call of one entity in a workflow body. Nodes are frozen. */
export interface Node {
  readonly kind: "node";
  readonly key: NodeKey;
  readonly entity: Entity;
  /** Sorted by variable, as flytekit emits them. */
  readonly bindings: readonly Binding[];
  /** The nodes of the `after` option. The order that follows from data is in `bindings`. */
  readonly after: readonly NodeKey[];
  readonly settings: CallSettings;
  readonly place: Place;
}
