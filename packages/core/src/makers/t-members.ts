// The members of `t`, which `t.d.ts` declares: a program has those that it uses, and a bundler leaves the others out.
export {
  binary,
  boolean,
  date,
  datetime,
  duration,
  error,
  float,
  int,
  json,
  none,
  string,
} from "./scalar-types.js";
export { literal } from "./choice-type.js";
export { list, map, optional } from "./container-types.js";
export { dataset } from "./dataset-type.js";
export { directory } from "./directory-type.js";
export { enumOf as enum } from "./enum-type.js";
export { file } from "./file-type.js";
export { lazy } from "./lazy-type.js";
export { schema } from "./schema-type.js";
export { struct } from "./struct-type.js";
export { as, union } from "./union-type.js";
