import type { GateEntity } from "../../gate/gate-entity.js";
import { copyMessage } from "../../messages/copy-message.js";
import type { NodeKind } from "./node-kind.js";

/** How long a gate waits unless its call has a timeout: an hour, as in flytekit. In nanoseconds. */
export const GATE_TIMEOUT = 3_600_000_000_000n;

/** How nodes that wait are lowered: for a time, for a value, or for an approval. */
export const gateKind: NodeKind<GateEntity> = {
  defaults: ({ name }) => ({ name, timeout: GATE_TIMEOUT }),
  target: (_node, { condition }) => ({ $case: "gateNode", value: { condition: copyMessage(condition) } }),
  uses: () => [],
};
