/** What a column holds, which decides what a value of a filter may be. */
export type ColumnKind = "text" | "integer" | "bigint" | "time" | "duration" | "bytes";

/** The columns of a kind of entity, in snake_case, that filters and sort keys may name. */
export type Columns = Readonly<Record<string, ColumnKind>>;

/** What every table has. */
export const BASE: Columns = { id: "bigint", created_at: "time", updated_at: "time", deleted_at: "time" };

/** Of tasks, workflows and launch plans. */
export const NAMED: Columns = { ...BASE, project: "text", domain: "text", name: "text", version: "text" };

/** Of executions and what belongs to them. */
export const OF_EXECUTION: Columns = {
  ...BASE,
  execution_project: "text",
  execution_domain: "text",
  execution_name: "text",
};
