import type { Timestamp } from "@flytekit-ts/models/google";
import type { Row as Columns } from "../../query/list-rows.js";
import type { Row, RunRow } from "../tables.js";

/** Columns that rows of executions, of nodes and of tasks share. */
export function runColumns(
  { rowId, startedAt, duration, error }: Row<RunRow>,
  phase: string,
  {
    createdAt,
    updatedAt,
  }: { readonly createdAt: Timestamp | undefined; readonly updatedAt: Timestamp | undefined },
): Columns {
  return {
    id: rowId,
    created_at: createdAt,
    updated_at: updatedAt,
    phase,
    started_at: startedAt,
    duration: duration ?? 0n,
    error_kind: error?.kind,
    error_code: error?.code,
  };
}
