import type { GrpcRow, Json } from "../rows/admin-row.js";

/** What a call touches of a server's state. */
export interface Footprint {
  readonly reads: readonly Place[];
  readonly writes: readonly Place[];
}

/** A table, or the part of it that belongs to one execution: `nodes`, `nodes/p/d/bed-one`. */
export type Place = string;

const REGISTERED = ["tasks", "workflows", "plans"];
const RUN = ["executions", "nodes", "taskRuns", "signals", "objects"];
const EVERYTHING = ["projects", "attributes", "metadata", "descriptions", ...REGISTERED, ...RUN];

/** Tables by what a method reads and writes. Lists show in which order rows were written, so all writes to a table are ordered. */
const METHODS: Readonly<Record<string, Partial<Footprint>>> = {
  GetVersion: {},
  GetDomains: {},
  RegisterProject: { writes: ["projects"] },
  UpdateProject: { writes: ["projects"] },
  GetProject: { reads: ["projects"] },
  ListProjects: { reads: ["projects"] },
  CreateTask: { reads: ["projects", "attributes"], writes: ["tasks", "descriptions"] },
  GetTask: { reads: ["tasks"] },
  ListTasks: { reads: ["tasks"] },
  ListTaskIds: { reads: ["tasks"] },
  CreateWorkflow: { reads: ["projects", "tasks", "plans"], writes: ["workflows", "descriptions"] },
  GetWorkflow: { reads: ["workflows"] },
  ListWorkflows: { reads: ["workflows"] },
  ListWorkflowIds: { reads: ["workflows"] },
  CreateLaunchPlan: { reads: ["projects", "workflows"], writes: ["plans"] },
  UpdateLaunchPlan: { writes: ["plans"] },
  GetLaunchPlan: { reads: ["plans"] },
  GetActiveLaunchPlan: { reads: ["plans"] },
  ListLaunchPlans: { reads: ["plans", "workflows"] },
  ListActiveLaunchPlans: { reads: ["plans"] },
  ListLaunchPlanIds: { reads: ["plans"] },
  GetNamedEntity: { reads: [...REGISTERED, "metadata"] },
  ListNamedEntities: { reads: [...REGISTERED, "metadata"] },
  UpdateNamedEntity: { reads: REGISTERED, writes: ["metadata"] },
  GetDescriptionEntity: { reads: ["descriptions"] },
  ListDescriptionEntities: { reads: ["descriptions"] },
  GetExecution: { reads: ["executions"] },
  GetExecutionData: { reads: ["executions", "objects"] },
  ListExecutions: { reads: ["executions", ...REGISTERED] },
  UpdateExecution: { writes: ["executions"] },
  TerminateExecution: { writes: ["executions"] },
  CreateWorkflowEvent: { writes: ["executions", "objects"] },
  GetNodeExecution: { reads: ["nodes", "executions"] },
  GetNodeExecutionData: { reads: ["nodes", "executions", "objects"] },
  ListNodeExecutions: { reads: ["nodes", "executions"] },
  GetTaskExecution: { reads: ["taskRuns"] },
  GetTaskExecutionData: { reads: ["taskRuns", "objects"] },
  ListTaskExecutions: { reads: ["taskRuns", "nodes"] },
  GetOrCreateSignal: { reads: ["executions"], writes: ["signals"] },
  SetSignal: { reads: ["executions"], writes: ["signals"] },
  ListSignals: { reads: ["signals"] },
  CreateUploadLocation: { reads: ["objects"] },
  CreateDownloadLocation: { reads: ["objects"] },
  CreateDownloadLink: { reads: ["nodes", "executions", "objects"] },
  GetData: { reads: ["executions", "nodes", "taskRuns", "objects"] },
};

const ATTRIBUTES = /^(Get|List|Update|Delete)\w*Attributes$/;

/** What a call touches. One that is not known here touches everything. */
export function footprintOf({ method, requestJson, service }: GrpcRow): Footprint {
  if (/Auth|Identity/.test(service)) return { reads: [], writes: [] };
  if (ATTRIBUTES.test(method))
    return /^(Get|List)/.test(method)
      ? { reads: ["projects", "attributes"], writes: [] }
      : { reads: ["projects"], writes: ["attributes"] };
  // What one execution has is apart from what another has.
  if (method === "CreateNodeEvent" || method === "CreateTaskEvent") {
    const own = executionOf(requestJson);
    if (own !== undefined)
      return { reads: ["executions", ...REGISTERED], writes: [`nodes/${own}`, `taskRuns/${own}`, "objects"] };
  }
  const known = METHODS[method];
  return known === undefined
    ? { reads: EVERYTHING, writes: EVERYTHING }
    : { reads: [], writes: [], ...known };
}

/** Whether it matters which of two calls comes first. */
export function conflict(one: Footprint, other: Footprint): boolean {
  const meets = (places: readonly Place[], others: readonly Place[]) =>
    places.some((place) => others.some((each) => isWithin(place, each) || isWithin(each, place)));
  return meets(one.writes, [...other.reads, ...other.writes]) || meets(other.writes, one.reads);
}

function isWithin(place: Place, whole: Place): boolean {
  return place === whole || place.startsWith(`${whole}/`);
}

/** The execution that an event names, wherever it does. */
function executionOf(request: Json): string | undefined {
  if (typeof request !== "object" || request === null) return undefined;
  for (const [key, value] of Object.entries(request)) {
    if (key === "executionId" && typeof value === "object" && value !== null) {
      const { project, domain, name } = value as Readonly<Record<string, Json>>;
      if (typeof name === "string") return [project, domain, name].map(String).join("/");
    }
    const inner = executionOf(value);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
