import type { DatasetFormat } from "@flytekit-ts/core/types";
import { readCsv } from "../text/read-csv.js";
import { writeCsv } from "../text/write-csv.js";

/** Comma-separated values, with the names of the columns on the first line. The file has the name that flytekit reads. */
export const csv: DatasetFormat = Object.freeze({
  name: "csv",
  extensions: ["csv"],
  fileName: ".csv",
  read: readCsv,
  write: writeCsv,
});
