import { coreErrors } from "@flytekit-ts/core/errors";
import { fieldSegment } from "../columns/field-segment.js";
import { errors } from "../errors.js";

/** Where a value is in a table. */
export interface CellPlace {
  /** The file, or the rows that are written. */
  readonly at: string;
  readonly row: number;
  readonly column: string;
}

/** The error of a cell with its place, if it is about a value of the wrong type; other errors as they are. */
export function cellError(error: unknown, { at, row, column }: CellPlace): unknown {
  if (!coreErrors.VALUE_TYPE_MISMATCH.is(error)) return error;
  const { path, wanted, given, fault } = error.params;
  const advice = fault === "missing" ? MISSING : error.hint;
  const place = { at, row, column: `${fieldSegment(column)}${path}` };
  return errors.DATASET_ROW_INVALID({ ...place, wanted, given, advice }, { cause: error });
}

const MISSING = "Give a value there, or declare the column as `t.optional(...)`.";
