import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";

/** What a gate is: an entity of its own, made for one node and never registered. */
export interface GateEntity extends Entity {
  readonly kind: "gate";
  readonly condition: NonNullable<idl.GateNode["condition"]>;
}
