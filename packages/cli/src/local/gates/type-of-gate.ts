import type { RuntimeType } from "@flytekit-ts/core/types";
import { typeName } from "../../entities/type-name.js";

/** The type of the value that a gate waits for, in the words of help pages: `int`, `list of float`. */
export function typeOfGate({
  valueType,
  type,
}: {
  readonly valueType?: RuntimeType | undefined;
  readonly type?: string | undefined;
}): string {
  return valueType === undefined ? (type ?? "a value") : typeName(valueType.transformer);
}
