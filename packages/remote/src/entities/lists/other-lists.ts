import type { DescriptionEntity, NamedEntity, Project } from "@flytekit-ts/models/admin";
import type { Connection } from "../../connection/connection.js";
import { assertKind } from "../ids/assert-kind.js";
import { assertPart } from "../ids/assert-part.js";
import { RESOURCE_TYPES, type RegisteredKind } from "../ids/entity-reference.js";
import { type GivenScope, scopeOf } from "../ids/scope.js";
import type { ListQuery, PageQuery } from "../query/list-query.js";
import { type Listing, listingOf } from "../query/listing.js";
import { pageRequest } from "../query/page-request.js";
import type { DescriptionFields, LaunchPlanFields, NamedEntityFields, ProjectFields } from "./columns.js";
import { entityListRequest } from "./entity-lists.js";
import { LISTS } from "./list-kinds.js";
import { type RegisteredLaunchPlan, registeredLaunchPlan } from "./registered.js";

/** What a list of names takes. */
export interface NamedEntityQuery extends PageQuery<NamedEntityFields>, GivenScope {
  readonly kind: RegisteredKind;
}

/** What a list of documentation takes. */
export interface DescriptionQuery extends ListQuery<DescriptionFields> {
  readonly kind: RegisteredKind;
  /** The entity: flyteadmin lists the documentation of one at a time. */
  readonly name: string;
}

/** What a list of active launch plans takes. */
export interface ActiveLaunchPlanQuery extends PageQuery<LaunchPlanFields>, GivenScope {}

/** The active launch plans of a domain: at most one version of each. */
export function listActiveLaunchPlans(
  connection: Connection,
  query: ActiveLaunchPlanQuery,
): Listing<RegisteredLaunchPlan> {
  const request = pageRequest(query, LISTS.activeLaunchPlans);
  const { project, domain } = scopeOf(connection.config, query, LISTS.activeLaunchPlans.at);
  const at = { endpoint: connection.config.endpoint, call: "AdminService.ListActiveLaunchPlans" };
  return listingOf(request.token, async (token) => {
    const asked = { ...request, project, domain, token };
    const answer = await connection.admin.listActiveLaunchPlans(asked, { signal: query.signal });
    const items = answer.launchPlans.map((each) => registeredLaunchPlan(each, at));
    return { items, next: answer.token || undefined };
  });
}

/** The names of a domain's entities of one kind, each once whatever its versions. */
export function listNamedEntities(connection: Connection, query: NamedEntityQuery): Listing<NamedEntity> {
  const { at } = LISTS.namedEntities;
  const request = pageRequest(query, LISTS.namedEntities);
  const resourceType = RESOURCE_TYPES[assertKind(query.kind, at)];
  const { project, domain } = scopeOf(connection.config, query, at);
  return listingOf(request.token, async (token) => {
    const asked = { ...request, resourceType, project, domain, token };
    const answer = await connection.admin.listNamedEntities(asked, { signal: query.signal });
    return { items: answer.entities, next: answer.token || undefined };
  });
}

/** The documentation of the versions of an entity. */
export function listDescriptions(
  connection: Connection,
  query: DescriptionQuery,
): Listing<DescriptionEntity> {
  const request = entityListRequest(connection, query, LISTS.descriptions);
  assertPart(query.name, { at: LISTS.descriptions.at, option: "name" });
  const resourceType = RESOURCE_TYPES[assertKind(query.kind, LISTS.descriptions.at)];
  return listingOf(request.token, async (token) => {
    const asked = { ...request, resourceType, token };
    const answer = await connection.admin.listDescriptionEntities(asked, { signal: query.signal });
    return { items: answer.descriptionEntities, next: answer.token || undefined };
  });
}

/** The projects of a cluster; archived ones only where the query asks for them. */
export function listProjects(connection: Connection, query: PageQuery<ProjectFields>): Listing<Project> {
  const request = pageRequest(query, LISTS.projects);
  return listingOf(request.token, async (token) => {
    const answer = await connection.admin.listProjects({ ...request, token }, { signal: query.signal });
    return { items: answer.projects, next: answer.token || undefined };
  });
}
