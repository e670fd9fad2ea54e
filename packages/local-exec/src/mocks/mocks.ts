import { elementsOf, type Entity, isEntity } from "@flytekit-ts/core/graph";
import type { Executable } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import { isReference } from "@flytekit-ts/workflow/compile";
import { errors } from "../errors.js";
import type { Mock } from "./mock.js";

/** The mocks of one run, by the key of the entity that each replaces. */
export type Mocks = ReadonlyMap<string, Executable>;

/** No mocks. Always this one object, because plans are cached by it. */
export const NO_MOCKS: Mocks = new Map();

/** Check the mocks of a run, and key them by entity. @throws `MOCK_INVALID` */
export function toMocks(mocks: readonly Mock[] | undefined): Mocks {
  if (mocks === undefined) return NO_MOCKS;
  const given = elementsOf(mocks);
  if (given === undefined)
    throw errors.MOCK_INVALID({ problem: "`mocks` must be a list of the results of `mock(...)`" });
  const known = new Map<string, Executable>();
  for (const each of given) {
    if (!isMock(each)) {
      throw errors.MOCK_INVALID({ problem: "`mocks` has an element that `mock(...)` did not return" });
    }
    const { name, interface: declared, definedAt } = each.entity;
    const key = keyOf(each.entity);
    if (known.has(key)) throw errors.MOCK_INVALID({ problem: `${name} is mocked twice` });
    known.set(key, { name, interface: declared, definedAt, fn: each.fn });
  }
  return known;
}

/** The mock of an entity, if it has one. */
export function mockOf(entity: Entity, mocks: Mocks): Executable | undefined {
  return mocks.size === 0 ? undefined : mocks.get(keyOf(entity));
}

function isMock(value: unknown): value is Mock {
  return isPlainObject(value) && isEntity(value["entity"]) && typeof value["fn"] === "function";
}

// By kind and name, as in the compiler: entities of a module that was loaded twice need only one mock.
function keyOf(entity: Entity): string {
  return isReference(entity) ? JSON.stringify(entity.reference) : `${entity.kind} ${entity.name}`;
}
