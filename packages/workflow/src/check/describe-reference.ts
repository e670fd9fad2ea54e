import type * as idl from "@flytekit-ts/models/core";
import { segmentOf } from "@flytekit-ts/core/plugin";
import type { Names } from "./names.js";
import { START } from "./site.js";

/** A step into a value in words: `.name`, `["any text"]` or `[0]`. */
export function describeStep({ value }: idl.PromiseAttribute): string {
  if (value === undefined) return "[]";
  return value.$case === "intValue" ? `[${value.value}]` : segmentOf(value.value);
}

/** What a binding refers to, in words: `inputs.x`, `n0.o0`, `n0.o0.rows[3]`, with the author's words for nodes. */
export function describeReference(
  { nodeId, var: name, attrPath }: idl.OutputReference,
  { workflow, wordsOf }: Pick<Names, "workflow" | "wordsOf"> = { workflow: "" },
): string {
  const owner = nodeId === "" || nodeId === START ? "inputs" : (wordsOf?.(workflow, nodeId) ?? nodeId);
  return `${owner}.${name}${attrPath.map(describeStep).join("")}`;
}
