import { describeLiteralType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";

/** What a type says of itself: a transformer does, and so does a literal type of which no more is known. */
export interface NamedType {
  readonly tag: string;
  readonly words: string;
  readonly literalType: idl.LiteralType;
  readonly members?: NamedMembers | undefined;
  resolve?(): NamedType;
}

type NamedMembers =
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, NamedType> }
  | { readonly kind: "list"; readonly element: NamedType }
  | { readonly kind: "map"; readonly value: NamedType }
  | { readonly kind: "variants"; readonly variants: readonly NamedType[] };

/** A type as a message has it. */
export function namedType(given: idl.LiteralType | undefined): NamedType {
  const literalType = given ?? NO_TYPE;
  return {
    tag: literalType.structure?.tag ?? "",
    words: describeLiteralType(given),
    literalType,
    members: membersOf(literalType),
  };
}

function membersOf({ type, metadata, structure }: idl.LiteralType): NamedMembers | undefined {
  switch (type?.$case) {
    case "collectionType":
      return { kind: "list", element: namedType(type.value) };
    case "mapValueType":
      return { kind: "map", value: namedType(type.value) };
    case "unionType":
      return { kind: "variants", variants: type.value.variants.map(namedType) };
    case "simple": {
      const fields = structure?.dataclassType;
      // Of a record with a schema, that has the name.
      return metadata !== undefined || fields === undefined || fields.size === 0
        ? undefined
        : { kind: "record", fields: new Map([...fields].map(([name, each]) => [name, namedType(each)])) };
    }
    default:
      return undefined;
  }
}

const NO_TYPE: idl.LiteralType = {
  type: undefined,
  metadata: undefined,
  annotation: undefined,
  structure: undefined,
};
