import type { Connection } from "../../connection/connection.js";
import { assertPart } from "../ids/assert-part.js";
import { scopeOf } from "../ids/scope.js";
import type { ListQuery, PageQuery } from "../query/list-query.js";
import { type Listing, listingOf } from "../query/listing.js";
import { type ListKind, pageRequest } from "../query/page-request.js";
import type { LaunchPlanFields, TaskFields, WorkflowFields } from "./columns.js";
import { LISTS } from "./list-kinds.js";
import {
  type RegisteredLaunchPlan,
  registeredLaunchPlan,
  type RegisteredTask,
  registeredTask,
  type RegisteredWorkflow,
  registeredWorkflow,
} from "./registered.js";

/** The request for a list of entities, checked, and the query's signal. */
export function entityListRequest<F>(connection: Connection, query: ListQuery<F>, kind: ListKind<F>) {
  const { at } = kind;
  const request = pageRequest<F>(query satisfies PageQuery<F>, kind);
  const { project, domain } = scopeOf(connection.config, query, at);
  const name = query.name === undefined ? "" : assertPart(query.name, { at, option: "name" });
  return { ...request, id: { project, domain, name, org: "" } };
}

/** The tasks of a domain, or the versions of one. */
export function listTasks(connection: Connection, query: ListQuery<TaskFields>): Listing<RegisteredTask> {
  const request = entityListRequest(connection, query, LISTS.tasks);
  const at = { endpoint: connection.config.endpoint, call: "AdminService.ListTasks" };
  return listingOf(request.token, async (token) => {
    const answer = await connection.admin.listTasks({ ...request, token }, { signal: query.signal });
    return { items: answer.tasks.map((each) => registeredTask(each, at)), next: answer.token || undefined };
  });
}

/** The workflows of a domain, or the versions of one. */
export function listWorkflows(
  connection: Connection,
  query: ListQuery<WorkflowFields>,
): Listing<RegisteredWorkflow> {
  const request = entityListRequest(connection, query, LISTS.workflows);
  const at = { endpoint: connection.config.endpoint, call: "AdminService.ListWorkflows" };
  return listingOf(request.token, async (token) => {
    const answer = await connection.admin.listWorkflows({ ...request, token }, { signal: query.signal });
    const items = answer.workflows.map((each) => registeredWorkflow(each, at));
    return { items, next: answer.token || undefined };
  });
}

/** The launch plans of a domain, or the versions of one. */
export function listLaunchPlans(
  connection: Connection,
  query: ListQuery<LaunchPlanFields>,
): Listing<RegisteredLaunchPlan> {
  const request = entityListRequest(connection, query, LISTS.launchPlans);
  const at = { endpoint: connection.config.endpoint, call: "AdminService.ListLaunchPlans" };
  return listingOf(request.token, async (token) => {
    const answer = await connection.admin.listLaunchPlans({ ...request, token }, { signal: query.signal });
    const items = answer.launchPlans.map((each) => registeredLaunchPlan(each, at));
    return { items, next: answer.token || undefined };
  });
}
