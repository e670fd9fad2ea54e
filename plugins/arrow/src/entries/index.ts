export { arrowTable } from "../tables/arrow-table.js";
export type { ArrowTableOptions, ArrowTableType } from "../tables/arrow-table.js";
