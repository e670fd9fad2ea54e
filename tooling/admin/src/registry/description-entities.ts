import type { DescriptionEntity } from "@flytekit-ts/models/admin";
import { ResourceType } from "@flytekit-ts/models/core";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { ENTITIES, type Entity, type EntityName } from "../query/entities.js";
import { filterRows, orderRows, pageOf, parseToken, type Row } from "../query/list-rows.js";
import { type Filter, parseFilters } from "../query/filters.js";
import { parseSort } from "../query/sort.js";
import { failedQuery } from "../query/values.js";
import type { Handlers } from "../serving/handlers.js";
import { invalidValue, refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import type { Numbered } from "../state/table.js";
import { assertParts } from "./checks/identifiers.js";
import { descriptionKey } from "./descriptions.js";
import { assertLimit } from "./listing.js";
import { type DescriptionRow, descriptionEntities as table } from "./tables.js";

/** What entities say of themselves. */
export function descriptionEntities({ state }: Backend): Handlers<typeof AdminServiceDefinition> {
  return {
    getDescriptionEntity: ({ id }) => {
      if (id === undefined || id.resourceType === ResourceType.UNSPECIFIED)
        throw invalidValue("resource_type");
      assertParts(id, ["project", "domain", "name", "version"]);
      const row = state.table(table).get(descriptionKey(id));
      if (row === undefined) throw refused.notFound("entry not found");
      return shown(row);
    },
    listDescriptionEntities: (request) => {
      const { id, resourceType, limit } = request;
      assertParts(id, ["project", "domain", "name"]);
      assertLimit(limit);
      // Filters are read for entities of the kind, and the order for descriptions.
      const filters = filtersFor(request.filters, resourceType);
      const order = parseSort(request.sortBy, "descriptionEntity");
      const offset = parseToken(request.token, "ListWorkflows");
      const rows = state
        .table(table)
        .rows()
        .filter((row) => (["project", "domain", "name"] as const).every((part) => row.id[part] === id[part]));
      const found = filterRows({ entity: "descriptionEntity", rows, columns }, filters);
      const page = pageOf(orderRows(found, columns, order), limit, offset);
      return { descriptionEntities: page.rows.map(shown), token: page.token };
    },
  };
}

const FILTERED: ReadonlyMap<number, EntityName> = new Map([
  [ResourceType.TASK, "task"],
  [ResourceType.WORKFLOW, "workflow"],
  [ResourceType.LAUNCH_PLAN, "launchPlan"],
] as const);

/** @throws Refusal INTERNAL for filters of another kind, UNKNOWN for columns that descriptions do not have */
function filtersFor(text: string, resourceType: number): readonly Filter[] {
  const entity = FILTERED.get(resourceType);
  if (text === "") return [];
  if (entity === undefined) throw refused.internal("unsupported entity ''");
  const { columns: known }: Entity = ENTITIES.descriptionEntity;
  return parseFilters(text, entity).map((filter) => {
    if (known[filter.column] === undefined) throw failedQuery(`column "${filter.column}" does not exist`);
    // The query names columns without their table.
    return { ...filter, entity: "descriptionEntity" };
  });
}

function columns({ id, rowId, description, createdAt, updatedAt }: DescriptionRow & Numbered): Row {
  return {
    id: rowId,
    created_at: createdAt,
    updated_at: updatedAt,
    resource_type: id.resourceType,
    project: id.project,
    domain: id.domain,
    name: id.name,
    version: id.version,
    short_description: description.shortDescription,
    link: description.sourceCode?.link ?? "",
    long_description: "",
  };
}

function shown({ id, description }: DescriptionRow): DescriptionEntity {
  const { shortDescription, longDescription, sourceCode } = description;
  return {
    id,
    shortDescription,
    longDescription: longDescription ?? { content: undefined, format: 0, iconLink: "" },
    sourceCode: { link: sourceCode?.link ?? "" },
    tags: [],
  };
}
