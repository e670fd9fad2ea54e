import type { PendingGate } from "@flytekit-ts/local-exec";
import { typeName } from "../../entities/type-name.js";

/** The type of the value that a gate waits for, in the words of help pages: `int`, `list of float`. */
export function typeOfGate({ valueType, type }: Pick<PendingGate, "valueType" | "type">): string {
  return valueType === undefined ? (type ?? "a value") : typeName(valueType.transformer);
}
