import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "@flytekit-ts/core/tasks";

/** A number, a date, a duration: what memory and Flyte's messages have at most for them. */
const NUMBER = 8;

/**
 * How many bytes the values of literals have: texts and keys in UTF-8, 8 for each number, date and duration, 1 for a
 * boolean. Of a file or dataset it is the URI that counts, and of an offloaded value its size in storage.
 */
export function bytesOf(literals: Literals): number {
  let bytes = 0;
  // A loop, because literals nest as deep as authors want.
  const left: (idl.Literal | undefined)[] = [...literals.values()];
  for (let literal = left.pop(); literal !== undefined; literal = left.pop()) {
    const { value } = literal;
    if (value?.$case === "scalar") bytes += bytesOfScalar(value.value, left);
    else if (value?.$case === "collection") for (const item of value.value.literals) left.push(item);
    else if (value?.$case === "map")
      for (const [key, item] of value.value.literals) {
        bytes += ofText(key);
        left.push(item);
      }
    else if (value?.$case === "offloadedMetadata") bytes += Number(value.value.sizeBytes);
  }
  return bytes;
}

function bytesOfScalar({ value }: idl.Scalar, left: (idl.Literal | undefined)[]): number {
  switch (value?.$case) {
    case "primitive":
      return ofPrimitive(value.value);
    case "binary":
      return value.value.value.length;
    case "blob":
    case "schema":
    case "structuredDataset":
      return ofText(value.value.uri);
    case "error":
      return ofText(value.value.message);
    case "generic":
      return ofText(JSON.stringify(value.value ?? {}));
    case "union":
      left.push(value.value.value);
      return 0;
    default:
      return 0;
  }
}

function ofPrimitive({ value }: idl.Primitive): number {
  if (value?.$case === "stringValue") return ofText(value.value);
  return value?.$case === "boolean" ? 1 : NUMBER;
}

function ofText(text: string): number {
  return Buffer.byteLength(text);
}
