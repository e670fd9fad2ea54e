import type * as idl from "@flytekit-ts/models/core";
import { kindOf } from "../../inputs/kinds/kind-of.js";
import type { NamedType } from "../../inputs/kinds/named-type.js";
import { scalarWords } from "./literal-words.js";

/** A value that a binding takes of a node, and the part of the input that it is for: `[0]`, `.name` or nothing. */
export interface Taken {
  readonly reference: idl.OutputReference;
  readonly part: string;
  readonly type: NamedType | undefined;
}

/** All values that a binding takes of nodes. */
export function* takenBy(
  data: idl.BindingData | undefined,
  type: NamedType | undefined,
  part = "",
): Generator<Taken> {
  const value = data?.value;
  if (value?.$case === "promise") yield { reference: value.value, part, type };
  if (value?.$case === "collection")
    for (const [index, each] of value.value.bindings.entries())
      yield* takenBy(each, partOf(type, index), `${part}[${index}]`);
  if (value?.$case === "map")
    for (const [key, each] of value.value.bindings) yield* takenBy(each, partOf(type, key), `${part}.${key}`);
}

/** Where a value is from, in words. `nameOf` says what an output of a node is called. */
export function bindingWords(
  data: idl.BindingData | undefined,
  nameOf: (reference: idl.OutputReference) => string,
): string {
  const value = data?.value;
  switch (value?.$case) {
    case "promise":
      return nameOf(value.value);
    case "scalar":
      return scalarWords(value.value);
    case "collection":
      return `[${value.value.bindings.map((each) => bindingWords(each, nameOf)).join(", ")}]`;
    case "map": {
      const entries = [...value.value.bindings].map(([key, each]) => `${key}: ${bindingWords(each, nameOf)}`);
      return `{ ${entries.join(", ")} }`;
    }
    case "offloadedMetadata":
      return value.value.uri;
    default:
      return "nothing";
  }
}

/** The path that is followed inside an output: `.name[0]`. */
export function pathWords({ attrPath }: idl.OutputReference): string {
  return attrPath
    .map(({ value }) => (value?.$case === "intValue" ? `[${value.value}]` : `.${value?.value ?? ""}`))
    .join("");
}

// Where a list is optional, what is inside is looked for among the members of the union.
function partOf(type: NamedType | undefined, part: number | string): NamedType | undefined {
  const kind = type && kindOf(type);
  switch (kind?.kind) {
    case "list":
      return typeof part === "number" ? kind.element : undefined;
    case "map":
      return typeof part === "string" ? kind.value : undefined;
    case "record":
      return kind.fields.get(String(part));
    case "union":
      return kind.variants.map((each) => partOf(each, part)).find((each) => each !== undefined);
    default:
      return undefined;
  }
}
