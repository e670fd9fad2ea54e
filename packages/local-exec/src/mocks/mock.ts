import type { Callable, OutSpec, Returned, Shape, TaskContext, Values } from "@flytekit-ts/core";
import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { errors } from "../errors.js";

/** What stands in for an entity in a run. */
export interface Mock {
  readonly entity: Entity;
  readonly fn: (inputs: never, context: TaskContext) => unknown;
}

/** What a mock does: values in, values out, now or later. */
export type MockFunction<I extends Shape, O> = (
  inputs: Values<I>,
  context: TaskContext,
) => Returned<O> | Promise<Returned<O>>;

/**
 * Let a function stand in for an entity in a local run, wherever it is called: also in sub-workflows, launch
 * plans, maps and dynamics.
 *
 * References and container tasks run here in no other way. Values are held to the entity's types, as a task's
 * are; retries and timeouts of the calls hold too.
 *
 * @throws `MOCK_INVALID`
 * @example
 * const run = runLocal(report, { day: 3 }, { mocks: [mock(warehouse, ({ day }) => [day, day + 1])] });
 */
export function mock<I extends Shape, O extends OutSpec>(
  entity: Callable<I, O>,
  fn: MockFunction<I, O>,
): Mock {
  return atCaller(mock, () => {
    assertMockable(entity);
    if (typeof fn !== "function") {
      throw errors.MOCK_INVALID({
        problem: `the mock of ${entity.name} is ${describeValue(fn)}, not a function`,
      });
    }
    return Object.freeze({ entity, fn });
  });
}

function assertMockable(entity: unknown): void {
  if (!isEntity(entity)) {
    throw errors.MOCK_INVALID({
      problem: `${describeValue(entity)} is no task, workflow, launch plan or reference`,
    });
  }
  if (entity.kind === "map") {
    throw errors.MOCK_INVALID({
      problem: `a map runs its target for each item, so mock that: ${entity.name}`,
    });
  }
}
