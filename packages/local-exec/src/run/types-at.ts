import type { Entity } from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { nodeAt } from "../journal/rerun/node-at.js";
import { NO_MOCKS } from "../mocks/mocks.js";
import { declaredOf } from "../plan/declared-of.js";
import { assertEntity, runnableOf } from "./runnable.js";

/** The types of the inputs and outputs of a node, by name. */
export interface NodeTypes {
  readonly inputs: ReadonlyMap<string, RuntimeType>;
  readonly outputs: ReadonlyMap<string, RuntimeType>;
}

/**
 * The types of the values that `rerunLocal` takes for a node of an entity. Undefined if there is no such node before the run,
 * or it takes no values of its own.
 *
 * @throws `ENTITY_NOT_RUNNABLE`, `WORKFLOW_NOT_READY`, and the errors of compiling
 */
export function typesAt(entity: Entity, node: string): NodeTypes | undefined {
  assertEntity(entity);
  const found = nodeAt(runnableOf(entity, NO_MOCKS).plan, node);
  return found === undefined ? undefined : declaredOf(found.message);
}
