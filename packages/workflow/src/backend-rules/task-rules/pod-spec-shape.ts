import type { JsonShape } from "./json-shape.js";
import { parseStructures } from "./parse-structures.js";
import { POD_STRUCTURES } from "./pod-structures.js";

let shape: JsonShape | undefined;

/** The shape that a pod specification must have for the backend to read it. Made when the first pod is checked. */
export function podSpecShape(): JsonShape {
  return (shape ??= parseStructures(POD_STRUCTURES, "PodSpec"));
}
