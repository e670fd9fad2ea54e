import type * as idl from "@flytekit-ts/models/core";
import { scalarWords } from "./literal-words.js";

/** A value that a binding takes of a node, and the part of the input that it is for: `[0]`, `.name` or nothing. */
export interface Taken {
  readonly reference: idl.OutputReference;
  readonly part: string;
  readonly type: idl.LiteralType | undefined;
}

/** All values that a binding takes of nodes. */
export function* takenBy(
  data: idl.BindingData | undefined,
  type: idl.LiteralType | undefined,
  part = "",
): Generator<Taken> {
  const value = data?.value;
  if (value?.$case === "promise") yield { reference: value.value, part, type };
  if (value?.$case === "collection")
    for (const [index, each] of value.value.bindings.entries())
      yield* takenBy(each, partType(type, "collectionType"), `${part}[${index}]`);
  if (value?.$case === "map")
    for (const [key, each] of value.value.bindings)
      yield* takenBy(each, partType(type, "mapValueType"), `${part}.${key}`);
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
function partType(
  type: idl.LiteralType | undefined,
  kind: "collectionType" | "mapValueType",
): idl.LiteralType | undefined {
  const found = type?.type;
  if (found?.$case === kind) return found.value;
  if (found?.$case !== "unionType") return undefined;
  const member = found.value.variants.find((each) => each.type?.$case === kind);
  return member === undefined ? undefined : partType(member, kind);
}
