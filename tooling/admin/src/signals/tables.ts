import type { Literal, LiteralType, SignalIdentifier } from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import { executionKey } from "../executions/tables.js";
import { defineTable } from "../state/state.js";
import { keyOf } from "../state/table.js";

export interface SignalRow {
  readonly id: SignalIdentifier;
  readonly type: LiteralType;
  readonly value: Literal | undefined;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}

export const signals = defineTable<SignalRow>("signals");

/** The key of a signal in its table. */
export function signalKey(id: SignalIdentifier): string {
  return keyOf(executionKey(id.executionId), id.signalId);
}
