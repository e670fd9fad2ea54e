import type * as idl from "@flytekit-ts/models/core";
import {
  FLOAT,
  INTEGER,
  listOf,
  mapOf,
  NONE,
  recordOf,
  STRING,
  task,
  taskNode,
  unionOf,
  workflow,
} from "./idl-messages.js";
import { told } from "./problems.js";

/** Inputs of a workflow, one a type. */
export const INPUTS = {
  i: INTEGER,
  f: FLOAT,
  s: STRING,
  l: listOf(INTEGER),
  m: mapOf(STRING),
  p: recordOf({ n: INTEGER, deep: recordOf({ l: listOf(STRING) }) }),
  o: unionOf(INTEGER, NONE),
};

/** What is wrong with giving `value` to an input of this type. */
export function given(value: idl.BindingData | undefined, wanted: idl.LiteralType): readonly string[] {
  const tasks = [task("takes", { x: wanted })];
  return told(workflow("w", [taskNode("n0", "takes", { inputs: { x: value } })], { inputs: INPUTS }), {
    tasks,
  });
}

/** The line that says so. */
export const mismatch = (wanted: string, got: string, code = "MismatchingTypes", path = "", why = "") =>
  `BINDING_TYPE_MISMATCH (${code}) n0.x: w.n0.x${path} takes ${wanted}, but was given ${got}${why}. [${wanted} <- ${got}]`;

/** The line that says so of a promise. */
export const promised = (wanted: string, promise: string, got: string, path = "", why = "") =>
  `BINDING_TYPE_MISMATCH (MismatchingTypes) n0.x: w.n0.x${path} takes ${wanted}, but was given ${promise} of type ${got}${why}. [${wanted} <- ${got}]`;
