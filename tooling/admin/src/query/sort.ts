import { type Sort, Sort_Direction } from "@flytekit-ts/models/admin";
import { refused } from "../serving/refusal.js";
import { ENTITIES, type Entity, type EntityName } from "./entities.js";
import { type ColumnValue, comparable, compare } from "./values.js";

/** How a list is ordered. */
export interface Order {
  readonly column: string;
  readonly direction: 1 | -1;
}

/** @throws Refusal INVALID_ARGUMENT if the key is no column. */
export function parseSort(sortBy: Sort | undefined, entity: EntityName): Order | undefined {
  if (sortBy === undefined) return undefined;
  const { columns }: Entity = ENTITIES[entity];
  if (!Object.hasOwn(columns, sortBy.key)) throw refused.invalid(`invalid sort key '${sortBy.key}'`);
  if (sortBy.direction === Sort_Direction.ASCENDING) return { column: sortBy.key, direction: 1 };
  if (sortBy.direction === Sort_Direction.DESCENDING) return { column: sortBy.key, direction: -1 };
  const key = `key:"${sortBy.key}"`;
  throw refused.invalid(`invalid sort order specified: ${key} direction:${String(sortBy.direction)}`);
}

/** Which of two values of a column comes first. A NULL is larger than any. */
export function inOrder(one: ColumnValue, other: ColumnValue, direction: 1 | -1): number {
  const left = comparable(one);
  const right = comparable(other);
  if (left === undefined || right === undefined)
    return left === right ? 0 : left === undefined ? direction : -direction;
  return compare(left, right) * direction;
}
