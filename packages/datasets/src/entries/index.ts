export { csv } from "../formats/csv.js";
export { dataset } from "../formats/dataset.js";
export { jsonl } from "../formats/jsonl.js";
export { parquet } from "../formats/parquet.js";
export { parquetColumns } from "../parquet/column-types.js";
