import type {
  NamedEntityIdentifierList,
  NamedEntityIdentifierListRequest,
  ResourceListRequest,
} from "@flytekit-ts/models/admin";
import type { EntityName } from "../query/entities.js";
import {
  listRows,
  orderRows,
  type Page,
  pageOf,
  parseToken,
  type Row,
  type Source,
} from "../query/list-rows.js";
import { parseSort } from "../query/sort.js";
import { failedQuery } from "../query/values.js";
import { invalidValue } from "../serving/refusal.js";
import type { State, TableOf } from "../state/state.js";
import { keyOf, type Numbered } from "../state/table.js";
import { assertParts } from "./checks/identifiers.js";
import type { EntityRow } from "./tables.js";

/** @throws Refusal INVALID_ARGUMENT without a limit */
export function assertLimit(limit: number): void {
  if (limit === 0) throw invalidValue("limit");
}

/** Columns that tasks, workflows and launch plans share. */
export function entityColumns({ id, rowId, createdAt, updatedAt }: EntityRow & Numbered): Row {
  return {
    id: rowId,
    created_at: createdAt,
    updated_at: updatedAt,
    project: id.project,
    domain: id.domain,
    name: id.name,
    version: id.version,
  };
}

/** How one kind of entity is listed. */
export interface Listed<R extends EntityRow> extends Pick<Source<R & Numbered>, "columns" | "joined"> {
  readonly entity: EntityName;
  readonly table: TableOf<R>;
  /** What flyteadmin calls its lists where it refuses a token: of versions, and of names. */
  readonly methods: readonly [string, string | undefined];
}

/** Versions of entities: of one name, or of all of a project and domain. */
export function listVersions<R extends EntityRow>(
  state: State,
  { entity, table, columns, joined, methods }: Listed<R>,
  request: ResourceListRequest,
): Page<R & Numbered> {
  const { id } = request;
  assertParts(id, ["project", "domain"]);
  assertLimit(request.limit);
  const rows = state
    .table(table)
    .rows()
    .filter(
      (row) =>
        row.id.project === id.project &&
        row.id.domain === id.domain &&
        (id.name === "" || row.id.name === id.name),
    );
  return listRows({ entity, rows, columns, joined }, request, methods[0]);
}

/**
 * Names of entities of a project and domain, or of all where these are empty. Filters are not looked at.
 *
 * @param assertQuery what the query refuses before it is made
 * @throws Refusal UNKNOWN in the words of PostgreSQL for an order by what versions of one name do not share
 */
export function listNames<R extends EntityRow>(
  state: State,
  { entity, table, columns, methods }: Listed<R>,
  request: NamedEntityIdentifierListRequest,
  assertQuery?: () => void,
): NamedEntityIdentifierList {
  const order = parseSort(request.sortBy, entity);
  const offset = parseToken(request.token, methods[1]);
  assertQuery?.();
  assertGrouped(order?.column, table.name);
  const scope = (["project", "domain"] as const).filter((part) => request[part] !== "");
  const seen = new Set<string>();
  const rows = state
    .table(table)
    .rows()
    .filter(({ id }) => scope.every((part) => id[part] === request[part]))
    .filter(({ id }) => {
      const key = keyOf(id.project, id.domain, id.name);
      return !seen.has(key) && seen.add(key);
    });
  const { rows: page, token } = pageOf(orderRows(rows, columns, order), request.limit, offset);
  const entities = page.map(({ id: { project, domain, name } }) => ({ project, domain, name, org: "" }));
  return { entities, token };
}

/** What a query that groups by names can be ordered by. */
export function assertGrouped(column: string | undefined, table: string): void {
  if (column === undefined || ["project", "domain", "name"].includes(column)) return;
  throw failedQuery(
    `column "${table}.${column}" must appear in the GROUP BY clause or be used in an aggregate function`,
  );
}
