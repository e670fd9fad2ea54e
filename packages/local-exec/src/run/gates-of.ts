import type { Entity } from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { NO_MOCKS } from "../mocks/mocks.js";
import { needsOf, nodesIn } from "../plan/needs.js";
import { assertEntity, runnableOf } from "./runnable.js";

/** A gate that a run of an entity may come to. */
export interface KnownGate {
  /** The name that `approve` or `waitForInput` was given. */
  readonly signal: string;
  readonly kind: "approval" | "input";
  /** The type of the value that it waits for, as the inputs of entities have theirs. */
  readonly valueType?: RuntimeType;
}

/** The gates of all that an entity runs, as far as they are known before the run. */
export interface KnownGates {
  readonly gates: readonly KnownGate[];
  /** Whether there are no others. Those that a dynamic makes are known only when they are reached. */
  readonly areAll: boolean;
}

/**
 * The gates that wait for a person, of all that an entity runs: for who reads answers for them before the run. Those that
 * dynamics make are known only when they are reached, and then in `pending()` of the run.
 *
 * @throws `ENTITY_NOT_RUNNABLE`, `WORKFLOW_NOT_READY`, and the errors of compiling
 */
export function gatesOf(entity: Entity): KnownGates {
  assertEntity(entity);
  const { plan } = runnableOf(entity, NO_MOCKS);
  const gates = needsOf(plan).gates.flatMap(({ condition, type }): KnownGate[] => {
    if (condition.$case === "sleep") return [];
    const signal = condition.value.signalId;
    if (condition.$case === "approve") return [{ signal, kind: "approval" }];
    return [{ signal, kind: "input", ...(type === undefined ? {} : { valueType: type }) }];
  });
  return { gates, areAll: [...nodesIn(plan)].every(({ target }) => target.kind !== "dynamic") };
}
