import type { Sort } from "@flytekit-ts/models/admin";
import { refused } from "../serving/refusal.js";
import type { EntityName } from "./entities.js";
import { type Filter, parseFilters } from "./filters.js";
import { type Test, testOf } from "./operators.js";
import { inOrder, type Order, parseSort } from "./sort.js";
import { type ColumnValue, comparable } from "./values.js";

/** The columns of a row by name. */
export type Row = Readonly<Record<string, ColumnValue>>;

/** What a request says of a list. */
export interface ListRequest {
  readonly limit: number;
  readonly token: string;
  readonly filters: string;
  readonly sortBy: Sort | undefined;
}

/** Where a list comes from. */
export interface Source<R> {
  readonly entity: EntityName;
  /** Rows that the request asks for before its filters, in the order of the table. */
  readonly rows: readonly R[];
  readonly columns: (row: R) => Row;
  /** The rows of other entities that the query joins to a row. */
  readonly joined?: Partial<Record<EntityName, (row: R) => readonly Row[]>> | undefined;
}

/** A part of a list. */
export interface Page<R> {
  readonly rows: readonly R[];
  /** What asks for the next part; empty if this one was not full. */
  readonly token: string;
}

/**
 * The rows that a request asks for: filtered, in order, from its token on, at most as many as its limit.
 *
 * @param method what flyteadmin calls the list where it refuses a token: `ListTasks`
 * @throws Refusal for filters, sort keys and tokens that flyteadmin refuses
 */
export function listRows<R>(source: Source<R>, request: ListRequest, method: string): Page<R> {
  const filters = parseFilters(request.filters, source.entity);
  const order = parseSort(request.sortBy, source.entity);
  const offset = parseToken(request.token, method);
  return pageOf(orderRows(filterRows(source, filters), source.columns, order), request.limit, offset);
}

/** The part of a list from a row on. No limit is all of it. */
export function pageOf<R>(rows: readonly R[], limit: number, offset: number): Page<R> {
  const page = rows.slice(offset, limit === 0 ? undefined : offset + limit);
  return { rows: page, token: limit !== 0 && page.length === limit ? String(offset + limit) : "" };
}

/**
 * The rows of a source that fit all filters. Filters of one other entity are about the same row of it, and a row is given once for
 * each row of others that fits with it, as a join gives it.
 */
export function filterRows<R>(source: Source<R>, filters: readonly Filter[]): readonly R[] {
  const tests = filters.map(({ entity, column, operator, kind, values }) => {
    const test = testOf(operator, kind, values);
    return { entity, fits: (row: Row) => isTrue(test, row[column]) };
  });
  const entities = new Set([source.entity, ...filters.map(({ entity }) => entity)]);
  return source.rows.flatMap((row) => {
    let times = 1;
    for (const entity of entities) {
      const rows = entity === source.entity ? [source.columns(row)] : (source.joined?.[entity]?.(row) ?? []);
      const own = tests.filter((each) => each.entity === entity);
      times *= rows.filter((each) => own.every(({ fits }) => fits(each))).length;
    }
    return Array.from({ length: times }, () => row);
  });
}

function isTrue(test: Test, column: ColumnValue): boolean {
  const value = comparable(column);
  return value !== undefined && test(value);
}

/** Rows in an order. Those that are equal keep the order of the table. */
export function orderRows<R>(
  rows: readonly R[],
  columns: (row: R) => Row,
  order: Order | undefined,
): readonly R[] {
  if (order === undefined) return rows;
  const { column, direction } = order;
  return rows.toSorted((one, other) => inOrder(columns(one)[column], columns(other)[column], direction));
}

/**
 * The offset that a token stands for.
 *
 * @throws Refusal INVALID_ARGUMENT if it is no whole number of at least 0.
 */
export function parseToken(token: string, method: string | undefined): number {
  if (token === "") return 0;
  if (/^\+?\d{1,18}$/.test(token)) return Number(token);
  throw refused.invalid(`invalid pagination token ${token}${method === undefined ? "" : ` for ${method}`}`);
}
