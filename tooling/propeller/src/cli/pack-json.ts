import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/models/core";

/** MessagePack of JSON. A number is a float where the type of a record's field says so, or where it has a fraction. */
export function packJson(type: idl.LiteralType | undefined, json: unknown): Uint8Array {
  if (json === null || json === undefined) return Buffer.of(0xc0);
  if (typeof json === "boolean") return Buffer.of(json ? 0xc3 : 0xc2);
  if (typeof json === "number") return packNumber(type, json);
  if (typeof json === "string") {
    const text = Buffer.from(json);
    return Buffer.concat([head(0xdb, text.length), text]);
  }
  if (Array.isArray(json)) {
    const item = type?.type?.$case === "collectionType" ? type.type.value : undefined;
    return Buffer.concat([head(0xdd, json.length), ...json.map((each) => packJson(item, each))]);
  }
  const entries = Object.entries(json);
  const fields = type?.structure?.dataclassType;
  const value = type?.type?.$case === "mapValueType" ? type.type.value : undefined;
  const parts = entries.flatMap(([key, each]) => [
    packJson(undefined, key),
    packJson(fields?.get(key) ?? value, each),
  ]);
  return Buffer.concat([head(0xdf, entries.length), ...parts]);
}

function packNumber(type: idl.LiteralType | undefined, value: number): Buffer {
  const isFloat = type?.type?.$case === "simple" && type.type.value === SimpleType.FLOAT;
  const bytes = Buffer.alloc(9);
  if (isFloat || !Number.isSafeInteger(value)) {
    bytes.writeUInt8(0xcb);
    bytes.writeDoubleBE(value, 1);
  } else {
    bytes.writeUInt8(0xd3);
    bytes.writeBigInt64BE(BigInt(value), 1);
  }
  return bytes;
}

// The longest form of each: any reader takes it.
function head(tag: number, length: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(tag);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}
