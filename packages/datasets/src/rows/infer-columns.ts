import { t } from "@flytekit-ts/core";
import { resolveType } from "@flytekit-ts/core/types";
import { planOf } from "../columns/plan-column.js";
import type { PlannedColumn } from "../columns/plan.js";
import { errors } from "../errors.js";
import { inferType } from "./infer-type.js";

/**
 * The columns of rows for which none are declared, from the first of them. Any of them may be without a value.
 *
 * @throws `DATASET_COLUMNS_UNCLEAR`
 */
export function inferColumns(rows: readonly unknown[]): PlannedColumn[] {
  const values = new Map<string, unknown[]>();
  for (const row of rows) {
    // What is no row is refused when it is written.
    if (typeof row !== "object" || row === null || Array.isArray(row)) continue;
    for (const [name, value] of Object.entries(row)) {
      const column = values.get(name);
      if (column === undefined) values.set(name, [value]);
      else column.push(value);
    }
  }
  return [...values].map(([name, column]) => {
    const type = t.optional(
      inferType(column, (problem) => errors.DATASET_COLUMNS_UNCLEAR({ column: name, problem })),
    );
    return { name, plan: planOf(resolveType(type, `column ${name}`).transformer) };
  });
}
