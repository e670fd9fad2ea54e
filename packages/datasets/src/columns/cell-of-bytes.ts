import { MsgpackReader, MsgpackWriter, type TypeTransformer } from "@flytekit-ts/core/types";

/** The bytes of a value of a type of bytes, which stand in a record as they are. @throws `VALUE_TYPE_MISMATCH` */
export function bytesOf(type: TypeTransformer, value: unknown): Uint8Array {
  const writer = new MsgpackWriter();
  type.write(value, writer);
  const token = new MsgpackReader(writer.finish()).next();
  return token.kind === "bytes" ? token.value : new Uint8Array();
}

/** The value of bytes. */
export function valueOfBytes(type: TypeTransformer, bytes: Uint8Array): unknown {
  const writer = new MsgpackWriter();
  writer.bytes(bytes);
  return type.read(new MsgpackReader(writer.finish()));
}

/** Whether the values of a type are bytes. Their literals are files, so it is told by their schema in a record. */
export function isBytes({ jsonSchema }: TypeTransformer): boolean {
  return jsonSchema?.["type"] === "string" && jsonSchema["format"] === "base64";
}
