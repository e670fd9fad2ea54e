import type * as idl from "@flytekit-ts/models/core";
import { userFailure } from "./failure.js";
import { collectionLiteral, primitiveLiteral, scalarLiteral, scalarOf } from "./literals.js";
import { type Packed, unpack } from "./msgpack.js";

/** A step of an attribute path: a key or an index. */
export type Step = string | number;

/** Fetches a literal that is kept elsewhere. */
export type Fetch = (uri: string) => Promise<idl.Literal>;

/**
 * What a promise with an attribute path means: the part of a literal at the end of the path.
 *
 * A path that comes to MessagePack or to a Struct goes on inside, and what it ends on becomes a literal of its own. A path
 * into any other scalar is ignored.
 *
 * @throws `PromiseAttributeResolveError`
 */
export async function followPath(
  literal: idl.Literal,
  path: readonly Step[],
  fetch: Fetch,
): Promise<idl.Literal> {
  let current = literal;
  for (const [index, step] of path.entries()) {
    if (current.value?.$case === "offloadedMetadata") current = await fetch(current.value.value.uri);
    if (current.value?.$case === "scalar") return intoScalar(current, path.slice(index));
    current = stepInto(current, step);
  }
  return path.length === 0 ? current : intoScalar(current, []);
}

function stepInto({ value }: idl.Literal, step: Step): idl.Literal {
  if (value?.$case === "map") {
    const found = typeof step === "string" ? value.value.literals.get(step) : undefined;
    return found ?? missing(`there is no key ${step} in the map`);
  }
  if (value?.$case === "collection") {
    // A key of a list reads as its first index: the IDL has no other number in it.
    const found = value.value.literals[typeof step === "number" ? step : 0];
    return found ?? missing(`there is no index ${step} in the list`);
  }
  return missing(`there is nothing to look into for ${step}`);
}

function intoScalar(literal: idl.Literal, path: readonly Step[]): idl.Literal {
  const scalar = scalarOf(literal);
  if (scalar?.$case === "binary") return intoBinary(scalar.value, path);
  if (scalar?.$case === "generic") return fromJson(intoJson(scalar.value, path));
  return literal;
}

function intoBinary({ tag, value }: idl.Binary, path: readonly Step[]): idl.Literal {
  if (tag !== "msgpack") return missing(`Unsupported format ${tag}`);
  let current = read(value);
  for (const step of path) current = intoPacked(current, step);
  return fromPacked(current);
}

function read(bytes: Uint8Array): Packed {
  try {
    return unpack(bytes);
  } catch (error) {
    return missing(String(error));
  }
}

function intoPacked({ value }: Packed, step: Step): Packed {
  if (value.kind === "map") {
    const found = value.entries.find(([{ value: key }]) => key.kind === "text" && key.value === step);
    return found?.[1] ?? missing(`there is no key ${step} in the record`);
  }
  if (value.kind === "list" && typeof step === "number") {
    return value.items[step] ?? missing(`there is no index ${step} in the list`);
  }
  return missing(`there is nothing to look into for ${step}`);
}

function fromPacked({ value, bytes }: Packed): idl.Literal {
  switch (value.kind) {
    case "integer":
      if (value.value >= 2n ** 63n)
        return missing("the number is too large for an int64", "InvalidPrimitiveType");
      return primitiveLiteral({ $case: "integer", value: value.value });
    case "float":
      return primitiveLiteral({ $case: "floatValue", value: value.value });
    case "text":
      return primitiveLiteral({ $case: "stringValue", value: value.value });
    case "boolean":
      return primitiveLiteral({ $case: "boolean", value: value.value });
    case "list":
      return collectionLiteral(value.items.map((item) => packedLiteral(item.bytes)));
    case "map":
    case "other":
    default:
      return packedLiteral(bytes);
  }
}

function packedLiteral(value: Uint8Array): idl.Literal {
  return scalarLiteral({ $case: "binary", value: { value, tag: "msgpack" } });
}

function intoJson(json: unknown, path: readonly Step[]): unknown {
  let current = json;
  for (const step of path) {
    if (Array.isArray(current)) {
      const list: readonly unknown[] = current;
      const index = typeof step === "number" ? step : 0;
      if (index >= list.length || index < 0) return missing(`there is no index ${step} in the list`);
      current = list[index];
    } else if (typeof current === "object" && current !== null) {
      if (!Object.hasOwn(current, step)) return missing(`there is no key ${step} in the struct`);
      current = Object.getOwnPropertyDescriptor(current, step)?.value;
    }
    // A path into a scalar of a Struct is ignored.
  }
  return current;
}

function fromJson(json: unknown): idl.Literal {
  if (typeof json === "number") return primitiveLiteral({ $case: "floatValue", value: json });
  if (typeof json === "string") return primitiveLiteral({ $case: "stringValue", value: json });
  if (typeof json === "boolean") return primitiveLiteral({ $case: "boolean", value: json });
  if (Array.isArray(json)) return collectionLiteral(json.map((item) => fromJson(item)));
  if (json === null || json === undefined) return { value: undefined, hash: "", metadata: new Map() };
  return scalarLiteral({ $case: "generic", value: { ...json } });
}

function missing(message: string, code = "PromiseAttributeResolveError"): never {
  throw userFailure(code, message);
}
