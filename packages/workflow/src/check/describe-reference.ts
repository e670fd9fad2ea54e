import type * as idl from "@flytekit-ts/models/core";
import type { Names } from "./names.js";
import { START } from "./site.js";

/** A step into a value in words: `.name`, `["any text"]` or `[0]`. */
export function describeStep({ value }: idl.PromiseAttribute): string {
  const step = value?.value;
  if (step === undefined) return "[]";
  return /^[A-Za-z_$][\w$]*$/.test(`${step}`) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/** What a binding refers to, in words: `inputs.x`, `n0.o0`, `n0.o0.rows[3]`, with the author's words for nodes. */
export function describeReference(
  { nodeId, var: name, attrPath }: idl.OutputReference,
  { workflow, wordsOf }: Pick<Names, "workflow" | "wordsOf"> = { workflow: "" },
): string {
  const owner = nodeId === "" || nodeId === START ? "inputs" : (wordsOf?.(workflow, nodeId) ?? nodeId);
  return `${owner}.${name}${attrPath.map(describeStep).join("")}`;
}
