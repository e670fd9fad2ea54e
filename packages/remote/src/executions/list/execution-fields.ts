import type { Columns } from "../../entities/query/columns.js";

/** What executions are filtered and sorted by. */
export interface ExecutionFields {
  readonly name: string;
  readonly phase:
    | "UNDEFINED"
    | "QUEUED"
    | "RUNNING"
    | "SUCCEEDING"
    | "SUCCEEDED"
    | "FAILING"
    | "FAILED"
    | "ABORTED"
    | "TIMED_OUT"
    | "ABORTING";
  readonly state: "active" | "archived";
  readonly mode: "manual" | "scheduled" | "system" | "relaunch" | "child" | "recovered";
  readonly user: string;
  readonly cluster: string;
  readonly createdAt: Date;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  /** In seconds. */
  readonly duration: number;
  readonly errorKind: "USER" | "SYSTEM" | "UNKNOWN";
  readonly errorCode: string;
  readonly launchPlan: string;
  readonly workflow: string;
  readonly task: string;
  readonly tag: string;
}

/** Their columns in flyteadmin's database. */
export const EXECUTION_COLUMNS: Columns<ExecutionFields> = {
  name: { column: "execution_name" },
  phase: { column: "phase" },
  state: { column: "state", words: { active: 0, archived: 1 } },
  mode: {
    column: "mode",
    words: { manual: 0, scheduled: 1, system: 2, relaunch: 3, child: 4, recovered: 5 },
  },
  user: { column: "user" },
  cluster: { column: "cluster" },
  createdAt: { column: "created_at" },
  startedAt: { column: "started_at" },
  updatedAt: { column: "updated_at" },
  duration: { column: "duration" },
  errorKind: { column: "error_kind" },
  errorCode: { column: "error_code" },
  launchPlan: { column: "launch_plan.name" },
  workflow: { column: "workflow.name" },
  task: { column: "task.name" },
  tag: { column: "admin_tag.name" },
};
