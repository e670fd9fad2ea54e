import type { DatasetColumn, DatasetFormat } from "../../types/dataset-format.js";

/** What a type of datasets declares. */
export interface DatasetDeclaration {
  /** Undefined if rows may have any columns. */
  readonly columns: readonly DatasetColumn[] | undefined;
  /** Empty if it may be any. */
  readonly format: string;
  /** The formats that can be read and written. */
  readonly formats: readonly DatasetFormat[];
}
