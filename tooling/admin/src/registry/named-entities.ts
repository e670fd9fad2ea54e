import { type NamedEntity, NamedEntityState } from "@flytekit-ts/models/admin";
import { ResourceType } from "@flytekit-ts/models/core";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { filterRows, orderRows, pageOf, parseToken, type Row } from "../query/list-rows.js";
import { parseFilters } from "../query/filters.js";
import { parseSort } from "../query/sort.js";
import { failedQuery } from "../query/values.js";
import type { Handlers } from "../serving/handlers.js";
import { invalidValue, missing, refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import type { State, TableOf } from "../state/state.js";
import { keyOf } from "../state/table.js";
import { assertParts, resourceTypeName } from "./checks/identifiers.js";
import { assertGrouped, assertLimit } from "./listing.js";
import {
  type EntityRow,
  launchPlans,
  type MetadataRow,
  namedEntityMetadata,
  tasks,
  workflows,
} from "./tables.js";

const TABLES: ReadonlyMap<ResourceType, TableOf<EntityRow>> = new Map<ResourceType, TableOf<EntityRow>>([
  [ResourceType.TASK, tasks],
  [ResourceType.WORKFLOW, workflows],
  [ResourceType.LAUNCH_PLAN, launchPlans],
]);

/** What is said of all versions of an entity together. */
export function namedEntities({ state }: Backend): Handlers<typeof AdminServiceDefinition> {
  const metadata = state.table(namedEntityMetadata);
  return {
    getNamedEntity: ({ resourceType, id }) => {
      assertResourceType(resourceType);
      assertParts(id, ["project", "domain", "name"]);
      return shown(find(state, { resourceType, ...id }));
    },
    updateNamedEntity: ({ resourceType, id, metadata: change }) => {
      assertResourceType(resourceType);
      assertParts(id, ["project", "domain", "name"]);
      if (change === undefined) throw missing("metadata");
      if (change.state !== NamedEntityState.NAMED_ENTITY_ACTIVE && rowsOf(state, resourceType) === undefined)
        throw refused.invalid(`Resource [${resourceTypeName(resourceType)}] cannot have its state updated`);
      const row = find(state, { resourceType, ...id });
      const { description } = change;
      // An empty description leaves the one that is there.
      const said = {
        ...row,
        description: description === "" ? (row.description ?? "") : description,
        state: change.state,
      };
      if (metadata.update(keyFor(row), said) === undefined) metadata.insert(keyFor(row), said);
      return {};
    },
    listNamedEntities: (request) => {
      const { resourceType, project, domain, limit } = request;
      assertParts(request, ["project", "domain"]);
      assertResourceType(resourceType);
      assertLimit(limit);
      const filters = parseFilters(request.filters, "namedEntity");
      const order = parseSort(request.sortBy, "namedEntity");
      assertSelected(order?.column, TABLES.get(resourceType)?.name ?? "");
      const offset = parseToken(request.token, "ListNamedEntities");
      // The database cuts the page out before it filters.
      const all = orderRows(namesOf(state, { resourceType, project, domain }), columns, order);
      const page = pageOf(all, limit, offset).rows;
      if (filters.some(({ column }) => column === "resource_type"))
        throw failedQuery("column entities.resource_type does not exist");
      const rows = filterRows({ entity: "namedEntity", rows: page, columns, joined: JOINED }, filters).filter(
        (row) => resourceType !== ResourceType.WORKFLOW || row.state !== NamedEntityState.SYSTEM_GENERATED,
      );
      const token = rows.length === limit ? String(offset + rows.length) : "";
      return { entities: rows.map(shown), token };
    },
  };
}

/** Names are ordered in their own table, which knows little of what is said of them. */
function assertSelected(column: string | undefined, table: string): void {
  const isKnown = column !== "resource_type" && column !== "description";
  if (!isKnown || (column === "state" && table !== launchPlans.name))
    throw failedQuery(`column "${column}" does not exist`);
  assertGrouped(column, table);
}

/** What is said of an entity. Of one of which nothing was ever said, there is no description. */
type Said = Omit<MetadataRow, "description"> & { readonly description: string | undefined };

const JOINED = { namedEntityMetadata: (row: Said) => [columns(row)] };

function assertResourceType(type: ResourceType): void {
  if (type === ResourceType.UNSPECIFIED) throw invalidValue("resource_type");
}

function rowsOf(state: State, type: ResourceType): readonly EntityRow[] | undefined {
  const table = TABLES.get(type);
  return table && state.table(table).rows();
}

type Name = Pick<MetadataRow, "resourceType" | "project" | "domain" | "name">;

function find(state: State, { resourceType, project, domain, name }: Name): Said {
  const rows = rowsOf(state, resourceType);
  if (rows === undefined)
    throw refused.invalid(
      `Cannot get NamedEntityMetadata for resource type: ${resourceTypeName(resourceType)}`,
    );
  if (!rows.some(({ id }) => id.project === project && id.domain === domain && id.name === name))
    throw refused.notFound("entry not found");
  return saidOf(state, { resourceType, project, domain, name });
}

function namesOf(state: State, { resourceType, project, domain }: Omit<Name, "name">): readonly Said[] {
  const rows = rowsOf(state, resourceType);
  if (rows === undefined)
    throw refused.invalid(`Cannot list entity names for resource type: ${resourceTypeName(resourceType)}`);
  const names = rows
    .filter(({ id }) => id.project === project && id.domain === domain)
    .map(({ id }) => id.name);
  return [...new Set(names)].map((name) => saidOf(state, { resourceType, project, domain, name }));
}

/** What was said of an entity; of one of which nothing was said, that it is active. */
function saidOf(state: State, name: Name): Said {
  const said = state.table(namedEntityMetadata).get(keyFor(name));
  return said ?? { ...name, description: undefined, state: NamedEntityState.NAMED_ENTITY_ACTIVE };
}

function keyFor({ resourceType, project, domain, name }: Name): string {
  return keyOf(resourceType, project, domain, name);
}

function columns({ resourceType, project, domain, name, description, state }: Said): Row {
  return { resource_type: resourceType, project, domain, name, description, state };
}

function shown({ resourceType, project, domain, name, description = "", state }: Said): NamedEntity {
  return {
    resourceType,
    id: { project, domain, name, org: "" },
    metadata: { description, state: state as NamedEntityState },
  };
}
