import type { SchemaNode } from "./schema-node.js";

/** A schema node that is still being filled. */
export type OpenNode = { -readonly [P in keyof SchemaNode]: SchemaNode[P] };

// Most schemas have few keywords, so nodes share these empty collections.
const NO_TEXTS: SchemaNode["types"] = new Set();
const NO_BOUNDS: SchemaNode["bounds"] = new Map();
const NO_SCHEMAS: SchemaNode["properties"] = new Map();
const NO_MEMBERS: SchemaNode["combined"] = new Map();

/** A node without keywords, or the node of the schemas `true` and `false`. */
export function openNode(always?: boolean): OpenNode {
  return {
    title: undefined,
    ref: undefined,
    always,
    types: NO_TEXTS,
    format: "",
    pattern: undefined,
    enum: undefined,
    constant: undefined,
    bounds: NO_BOUNDS,
    unique: false,
    items: undefined,
    properties: NO_SCHEMAS,
    required: NO_TEXTS,
    combined: NO_MEMBERS,
    values: undefined,
    ignored: undefined,
  };
}
