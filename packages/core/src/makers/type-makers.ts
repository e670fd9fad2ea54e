import { literal } from "./choice-type.js";
import { lazy } from "./lazy-type.js";
import { list, map, optional } from "./container-types.js";
import { dataset } from "./dataset-type.js";
import { enumOf } from "./enum-type.js";
import { directory } from "./directory-type.js";
import { file } from "./file-type.js";
import { scalarTypes } from "./scalar-types.js";
import { schema } from "./schema-type.js";
import { struct } from "./struct-type.js";
import { as, union } from "./union-type.js";

/** The makers of all Flyte types, by their names in `t`, which gives them their static types. */
export const typeMakers = Object.freeze({
  ...scalarTypes,
  as,
  dataset,
  directory,
  enum: enumOf,
  file,
  lazy,
  list,
  literal,
  map,
  optional,
  schema,
  struct,
  union,
});
