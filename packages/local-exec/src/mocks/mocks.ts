import type { Entity } from "@flytekit-ts/core/graph";
import type { Executable } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import { isReference } from "@flytekit-ts/workflow/compile";
import { errors } from "../errors.js";
import type { Mock } from "./mock.js";

/** What stands in for entities in one run. */
export type Mocks = ReadonlyMap<string, Executable>;

/** Where nothing is mocked: one object, by which what is known of unmocked runs is kept. */
export const NO_MOCKS: Mocks = new Map();

/** The mocks of a run by entity. @throws `MOCK_INVALID` */
export function toMocks(mocks: readonly Mock[] | undefined): Mocks {
  if (mocks === undefined) return NO_MOCKS;
  if (!Array.isArray(mocks))
    throw errors.MOCK_INVALID({ problem: "`mocks` is a list of what `mock(...)` gives" });
  const known = new Map<string, Executable>();
  for (const each of mocks as readonly unknown[]) {
    if (!isMock(each)) throw errors.MOCK_INVALID({ problem: "`mocks` holds what `mock(...)` did not give" });
    const { name, interface: declared, definedAt } = each.entity;
    const key = keyOf(each.entity);
    if (known.has(key)) throw errors.MOCK_INVALID({ problem: `${name} is mocked twice` });
    known.set(key, { name, interface: declared, definedAt, fn: each.fn });
  }
  return known;
}

/** What stands in for an entity, if something does. */
export function mockOf(entity: Entity, mocks: Mocks): Executable | undefined {
  return mocks.size === 0 ? undefined : mocks.get(keyOf(entity));
}

function isMock(value: unknown): value is Mock {
  return isPlainObject(value) && "entity" in value && "fn" in value;
}

// As for the compiler, so that a module which was loaded twice does not need two mocks.
function keyOf(entity: Entity): string {
  return isReference(entity) ? JSON.stringify(entity.reference) : `${entity.kind} ${entity.name}`;
}
