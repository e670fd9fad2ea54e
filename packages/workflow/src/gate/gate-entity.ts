import type * as idl from "@flytekit-ts/models/core";
import type { NamedByUs } from "@flytekit-ts/core/graph";

/** The entity of a gate. It is made for one node and never registered. */
export interface GateEntity extends NamedByUs {
  readonly kind: "gate";
  readonly condition: NonNullable<idl.GateNode["condition"]>;
}
