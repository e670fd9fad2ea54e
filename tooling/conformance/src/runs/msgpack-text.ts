import { MsgpackReader } from "@flytekit-ts/core/types";

/**
 * The value that MessagePack bytes hold, as a text: equal for equal values.
 *
 * The engine encodes records anew, with the keys of maps in another order and integers in another width. An int and a
 * float do differ.
 *
 * `textOf` says how a string is written, for strings that are the same though they look different.
 *
 * @throws `MSGPACK_MALFORMED`
 */
export function msgpackText(bytes: Uint8Array, textOf: (text: string) => string = JSON.stringify): string {
  const reader = new MsgpackReader(bytes);
  const text = valueText(reader, textOf);
  reader.end();
  return text;
}

function valueText(reader: MsgpackReader, textOf: (text: string) => string): string {
  const token = reader.next();
  switch (token.kind) {
    case "nil":
      return "none";
    case "float":
      if (Object.is(token.value, -0)) return "-0.0";
      return Number.isInteger(token.value) ? `${token.value}.0` : String(token.value);
    case "string":
      return textOf(token.value);
    case "bytes":
      return `bytes ${hexOf(token.value)}`;
    case "extension":
      return `extension ${token.type} ${hexOf(token.value)}`;
    case "list":
      return `[${times(token.size, () => valueText(reader, textOf)).join(", ")}]`;
    case "map":
      return `{${times(token.size, () => `${valueText(reader, textOf)}: ${valueText(reader, textOf)}`)
        .toSorted()
        .join(", ")}}`;
    default:
      return String(token.value);
  }
}

function times<T>(count: number, make: () => T): readonly T[] {
  return Array.from({ length: count }, make);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
