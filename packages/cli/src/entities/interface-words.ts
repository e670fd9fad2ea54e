import type { Interface } from "@flytekit-ts/core/graph";
import { typeName } from "./type-name.js";

/** What an entity takes and gives, in words: `(x: int, by?: float) -> float`. What is optional has a question mark. */
export function interfaceWords(declared: Interface): string {
  return `${inputWords(declared)} -> ${outputWords(declared)}`;
}

function inputWords({ inputs }: Interface): string {
  const words = [...inputs].map(([name, type]) => {
    const mark = isRequired(type) ? "" : "?";
    return `${name}${mark}: ${typeName(type.transformer)}`;
  });
  return `(${words.join(", ")})`;
}

function outputWords({ outputs, outputStyle }: Interface): string {
  const all = [...outputs];
  if (outputStyle === "bare") return all.map(([, type]) => typeName(type.transformer)).join("");
  if (all.length === 0) return "nothing";
  return `(${all.map(([name, type]) => `${name}: ${typeName(type.transformer)}`).join(", ")})`;
}

/** Whether an input has to be given. */
export function isRequired({
  default: fallback,
  transformer,
}: {
  readonly default?: unknown;
  readonly transformer: { readonly isNoneByDefault?: true | undefined };
}): boolean {
  return fallback === undefined && transformer.isNoneByDefault !== true;
}
