import { Any } from "@flytekit-ts/models/google";
import { type JsonValue, toJson } from "@flytekit-ts/models/json";

/** The details in the bytes of a `google.rpc.Status`: its third field. Each as JSON with its type, or what is wrong with it. */
export function readDetails(bytes: Uint8Array): readonly JsonValue[] {
  return fieldsOf(bytes)
    .filter(({ number }) => number === 3)
    .map(({ value }) => {
      try {
        return toJson(Any, Any.decode(value));
      } catch (error) {
        return `cannot be read: ${String(error)}`;
      }
    });
}

interface Field {
  readonly number: number;
  readonly value: Uint8Array;
}

/** Fields of a message that has numbers and bytes only. */
function fieldsOf(bytes: Uint8Array): readonly Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const size = varint();
    if ((tag & 7) !== 2) continue;
    fields.push({ number: tag >> 3, value: bytes.subarray(at, at + size) });
    at += size;
  }
  return fields;
}
