import type { DatasetFormat } from "@flytekit-ts/core/types";
import { readParquet } from "../parquet/read-parquet.js";
import { writeParquet } from "../parquet/write-parquet.js";

/** Apache Parquet, the format in which flytekit stores data frames. */
export const parquet: DatasetFormat = Object.freeze({
  name: "parquet",
  extensions: ["parquet", "pq"],
  fileName: "00000",
  read: readParquet,
  write: writeParquet,
});
