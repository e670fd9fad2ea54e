import type { Callable, OutSpec, Returned, Shape, TaskContext, Values } from "@flytekit-ts/core";
import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { errors } from "../errors.js";

/** An entity, and the function that replaces it in a run. */
export interface Mock {
  readonly entity: Entity;
  readonly fn: (inputs: never, context: TaskContext) => unknown;
}

/** The function of a mock: it takes values and returns values, or a promise of them. */
export type MockFunction<I extends Shape, O> = (
  inputs: Values<I>,
  context: TaskContext,
) => Returned<O> | Promise<Returned<O>>;

/**
 * Replace an entity by a function in a local run, wherever the entity is called: also in sub-workflows, launch
 * plans, maps and dynamics.
 *
 * References and container tasks can only run here as mocks. The values of a mock are checked against the entity's
 * types, like those of a task. The retries and timeouts of its calls apply too.
 *
 * @throws `MOCK_INVALID`, `VERSIONS_MIXED`
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
      problem: `${describeValue(entity)} is not a task, workflow, launch plan or reference`,
    });
  }
  if (entity.kind === "map") {
    throw errors.MOCK_INVALID({
      problem: `${entity.name} is a map, so mock the target that it runs for each item`,
    });
  }
}
