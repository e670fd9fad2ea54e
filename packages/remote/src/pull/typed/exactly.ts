import { registeredAs, type RegisteredType } from "@flytekit-ts/core/pulled";
import type { TypeLike } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { jsonText } from "../text/json-text.js";
import { compactObject, type Property } from "../text/object-text.js";
import { quoted } from "../text/quoted.js";
import { type JsonChanges, schemaChanges } from "../schemas/schema-changes.js";
import { isSamePart, isSameType } from "./same-type.js";
import { registeredParts, registeredType } from "./registered-type.js";
import { transformerOf, typed, type Typed } from "./typed.js";

/** What a type has to be for Flyte. */
export interface Wanted {
  readonly literalType?: idl.LiteralType | undefined;
  /** The structure is left aside, as that of a variant: there it is replaced by the tag. */
  readonly anyStructure?: boolean;
  readonly tag?: string | undefined;
}

/**
 * The same type, as it is registered: what its literal type says otherwise than the registered one is written down
 * beside it.
 */
export function exactly(given: Typed, wanted: Wanted): Typed {
  const as = changesFor(given, wanted);
  if (Object.keys(as).length === 0) return given;
  const type = registeredAs<TypeLike>(given.type, as);
  return typed(type, `registeredAs(${given.code}, ${changesText(as)})`, given.notes);
}

type Fields = { [field: string]: RegisteredType | undefined };

interface Changes {
  tag?: string;
  schema?: JsonChanges;
  fields?: Fields;
  literalType?: RegisteredType;
}

const PARTS = ["type", "metadata", "annotation", "structure"] as const;

function changesFor(given: Typed, { literalType, anyStructure = false, tag = "" }: Wanted): Changes {
  const { literalType: own, tag: ownTag } = transformerOf(given);
  const changes: Changes = {};
  if (tag !== "" && tag !== ownTag) changes.tag = tag;
  if (literalType === undefined) return changes;
  const whole: (keyof idl.LiteralType)[] = [];
  for (const part of PARTS) {
    if ((part === "structure" && anyStructure) || isSamePart(part, own, literalType)) continue;
    const fields = part === "structure" ? changedFields(own.structure, literalType.structure) : undefined;
    if (fields !== undefined) changes.fields = fields;
    else if (part === "metadata" && own.metadata !== undefined && literalType.metadata !== undefined)
      changes.schema = schemaChanges(own.metadata, literalType.metadata);
    else whole.push(part);
  }
  if (whole.length > 0) changes.literalType = registeredParts(literalType, whole);
  return changes;
}

// Undefined if more than fields is different.
function changedFields(
  own: idl.TypeStructure | undefined,
  wanted: idl.TypeStructure | undefined,
): Fields | undefined {
  if (own === undefined || wanted === undefined || own.tag !== wanted.tag) return undefined;
  const fields: Fields = {};
  const names = [...new Set([...own.dataclassType.keys(), ...wanted.dataclassType.keys()])].toSorted();
  for (const name of names) {
    const [one, other] = [own.dataclassType.get(name), wanted.dataclassType.get(name)];
    if (one !== undefined && other !== undefined && isSameType(one, other)) continue;
    Object.defineProperty(fields, name, { value: other && registeredType(other), enumerable: true });
  }
  return fields;
}

function changesText({ tag, ...others }: Changes): string {
  const properties: Property[] = [];
  if (tag !== undefined) properties.push({ name: "tag", code: quoted(tag) });
  for (const [name, part] of Object.entries(others)) properties.push({ name, code: jsonText(part) });
  return compactObject(properties);
}
