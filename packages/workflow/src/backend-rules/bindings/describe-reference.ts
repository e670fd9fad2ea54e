import type * as idl from "@flytekit-ts/models/core";
import { segmentOf } from "@flytekit-ts/core/graph";
import type { Names } from "../sites/names.js";
import { START } from "../sites/site.js";

/** A step into a value in words: `.name`, `["any text"]` or `[0]`. */
export function describeStep({ value }: idl.PromiseAttribute): string {
  if (value === undefined) return "[]";
  return value.$case === "intValue" ? `[${value.value}]` : segmentOf(value.value);
}

/** A reference in words: `inputs.x`, `n0.o0`, `n0.o0.rows[3]`, or the words of the author if they are known. */
export function describeReference(
  { nodeId, var: name, attrPath }: idl.OutputReference,
  names: Pick<Names, "workflow" | "wordsOf" | "outputWordsOf"> = { workflow: "" },
): string {
  return `${describeOutput(nodeId, name, names)}${attrPath.map(describeStep).join("")}`;
}

function describeOutput(
  nodeId: string,
  name: string,
  { workflow, wordsOf, outputWordsOf }: Pick<Names, "workflow" | "wordsOf" | "outputWordsOf">,
): string {
  if (nodeId === "" || nodeId === START) return `inputs.${name}`;
  const words = outputWordsOf?.(workflow, nodeId, name);
  return words ?? `${wordsOf?.(workflow, nodeId) ?? nodeId}.${name}`;
}
