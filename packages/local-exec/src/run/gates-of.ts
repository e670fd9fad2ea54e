import type { Entity } from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { NO_MOCKS } from "../mocks/mocks.js";
import { needsOf } from "../plan/needs.js";
import { assertEntity, runnableOf } from "./runnable.js";

/** A gate that a run of an entity may come to. */
export interface KnownGate {
  /** The name that `approve` or `waitForInput` was given. */
  readonly signal: string;
  readonly kind: "approval" | "input";
  /** The type of the value that it waits for, as the inputs of entities have theirs. */
  readonly valueType?: RuntimeType;
}

/**
 * The gates that wait for a person, of all that an entity runs: for who reads answers for them before the run. Those that
 * dynamics make are known only when they are reached, and then in `pending()` of the run.
 *
 * @throws `ENTITY_NOT_RUNNABLE`, `WORKFLOW_NOT_READY`, and the errors of compiling
 */
export function gatesOf(entity: Entity): readonly KnownGate[] {
  assertEntity(entity);
  return needsOf(runnableOf(entity, NO_MOCKS).plan).gates.flatMap(({ condition, type }): KnownGate[] => {
    if (condition.$case === "sleep") return [];
    const signal = condition.value.signalId;
    if (condition.$case === "approve") return [{ signal, kind: "approval" }];
    return [{ signal, kind: "input", ...(type === undefined ? {} : { valueType: type }) }];
  });
}
