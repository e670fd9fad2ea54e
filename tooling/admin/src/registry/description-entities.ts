import type { DescriptionEntity } from "@flytekit-ts/models/admin";
import { ResourceType } from "@flytekit-ts/models/core";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { EntityName } from "../query/entities.js";
import { filterRows, orderRows, pageOf, parseToken, type Row } from "../query/list-rows.js";
import { parseFilters } from "../query/filters.js";
import { parseSort } from "../query/sort.js";
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
      const filters = parseFilters(request.filters, FILTERED.get(resourceType) ?? "descriptionEntity");
      const order = parseSort(request.sortBy, "descriptionEntity");
      const offset = parseToken(request.token, "ListWorkflows");
      const rows = state
        .table(table)
        .rows()
        .filter((row) => (["project", "domain", "name"] as const).every((part) => row.id[part] === id[part]));
      const entity = FILTERED.get(resourceType) ?? "descriptionEntity";
      const found = filterRows({ entity, rows, columns }, filters);
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
