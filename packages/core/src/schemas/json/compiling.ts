import type { Node } from "../forms/reading.js";
import type { Check } from "./check.js";

/** One compilation of a schema. Each part is compiled once, however often it is referred to. */
export interface Compiling {
  readonly root: Node;
  readonly known: Map<Node, Check>;
  compile(schema: unknown, path: string): Check;
  refuse(path: string, what: string, instead?: string): Error;
}

/** A keyword where it stands. */
export interface Keyword {
  readonly node: Node;
  readonly given: unknown;
  readonly path: string;
}

/** Makes the check of one keyword; undefined if the keyword's value is wrong. */
export type KeywordRule = (keyword: Keyword, compiling: Compiling) => Check | undefined;
