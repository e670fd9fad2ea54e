import { MsgpackReader, type MsgpackToken, MsgpackWriter } from "@flytekit-ts/core/types";

/**
 * The value in MessagePack, in a form in which equal values are equal: an int has no width and a map no order, while
 * an int differs from a float and text from bytes. `undefined` for bytes that are no MessagePack.
 */
export function packedValue(bytes: Uint8Array): unknown {
  try {
    const reader = new MsgpackReader(bytes);
    const value = valueIn(reader);
    reader.end();
    return value;
  } catch {
    return undefined;
  }
}

function valueIn(reader: MsgpackReader): unknown {
  const token = reader.next();
  switch (token.kind) {
    case "nil":
      return null;
    case "boolean":
    case "string":
      return token.value;
    case "float":
      return { float: token.value };
    case "int":
      return { int: String(token.value) };
    case "bytes":
      return { bytes: hexOf(token.value) };
    case "extension":
      return { extension: token.type, bytes: hexOf(token.value) };
    case "list":
      return Array.from({ length: token.size }, () => valueIn(reader));
    case "map": {
      const entries = Array.from({ length: token.size }, () => [valueIn(reader), valueIn(reader)] as const);
      return { map: entries.toSorted((a, b) => (keyOf(a[0]) < keyOf(b[0]) ? -1 : 1)) };
    }
  }
}

function keyOf(key: unknown): string {
  return JSON.stringify(key);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** The same MessagePack with each string changed; bytes that are no MessagePack stay as they are. */
export function withPackedTexts(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  return copied(bytes, (token) =>
    token.kind === "string" ? { ...token, value: change(token.value) } : token,
  );
}

/** The same MessagePack with integers for whole floats. */
export function withPackedWholes(bytes: Uint8Array): Uint8Array {
  return copied(bytes, (token) =>
    token.kind === "float" && Number.isSafeInteger(token.value) ? { kind: "int", value: token.value } : token,
  );
}

function copied(bytes: Uint8Array, change: (token: MsgpackToken) => MsgpackToken): Uint8Array {
  if (packedValue(bytes) === undefined) return bytes;
  const [reader, writer] = [new MsgpackReader(bytes), new MsgpackWriter()];
  while (reader.position < bytes.length) writeToken(change(reader.next()), writer);
  return writer.finish();
}

function writeToken(token: MsgpackToken, writer: MsgpackWriter): void {
  switch (token.kind) {
    case "nil":
      return writer.nil();
    case "boolean":
      return writer.boolean(token.value);
    case "int":
      return writer.int(token.value);
    case "float":
      return writer.float(token.value);
    case "string":
      return writer.string(token.value);
    case "bytes":
      return writer.bytes(token.value);
    case "list":
      return writer.list(token.size);
    case "map":
      return writer.map(token.size);
    case "extension":
      throw new Error("MessagePack of a row has an extension, which flytekit never writes");
  }
}
