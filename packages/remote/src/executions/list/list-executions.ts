import type { ExecutionId } from "@flytekit-ts/core";
import type * as admin from "@flytekit-ts/models/admin";
import { type GivenScope, scopeOf } from "../../entities/ids/scope.js";
import { answered } from "../../entities/lists/answered.js";
import type { PageQuery } from "../../entities/query/list-query.js";
import { type Listing, listingOf } from "../../entities/query/listing.js";
import { type ListKind, PAGE_OPTIONS, pageRequest } from "../../entities/query/page-request.js";
import type { ClusterAccess } from "../../values/cluster-access.js";
import { consoleUrlOf } from "../state/console-url.js";
import { type ExecutionStatus, statusOf } from "../state/status.js";
import { EXECUTION_COLUMNS, type ExecutionFields } from "./execution-fields.js";

/** Which executions are listed. */
export interface ExecutionQuery extends PageQuery<ExecutionFields>, GivenScope {}

/** An execution in a list. `remote.execution(id)` does more with it. */
export interface ListedExecution extends ExecutionStatus {
  readonly id: ExecutionId;
  readonly consoleUrl: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
}

const KIND: ListKind<ExecutionFields> = {
  at: "remote.executions",
  options: new Set(["project", "domain", ...PAGE_OPTIONS]),
  columns: EXECUTION_COLUMNS,
  sortBy: { key: "created_at", direction: 0 },
};

/** The executions of a project and domain, the newest first unless the query says otherwise. */
export function listExecutions(query: ExecutionQuery, access: ClusterAccess): Listing<ListedExecution> {
  const { connection } = access;
  const request = {
    ...pageRequest(query, KIND),
    id: { ...scopeOf(connection.config, query, KIND.at), name: "", org: "" },
  };
  return listingOf(request.token, async (token) => {
    const answer = await connection.admin.listExecutions({ ...request, token }, { signal: query.signal });
    return { items: answer.executions.map((each) => listed(each, access)), next: answer.token || undefined };
  });
}

function listed(execution: admin.Execution, { connection: { config } }: ClusterAccess): ListedExecution {
  const at = { endpoint: config.endpoint, call: "AdminService.ListExecutions" };
  const { project, domain, name } = answered(execution.id, "id", at);
  const id = { project, domain, name };
  const { labels, tags = [] } = execution.spec ?? {};
  const named = labels?.values ?? new Map<string, string>();
  return { ...statusOf(execution), id, consoleUrl: consoleUrlOf(config, id), labels: named, tags };
}
