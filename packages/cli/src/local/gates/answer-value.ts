import type { RuntimeType } from "@flytekit-ts/core/types";

/** The value that a text means for a gate. */
export function answerValue(_name: string, text: string, type: RuntimeType): unknown {
  if (type.transformer.words === "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
