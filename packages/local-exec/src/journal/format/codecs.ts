import type * as idl from "@flytekit-ts/models/core";
import { decodeMessage } from "@flytekit-ts/core/literals";

/** The messages that stand in journals as bytes. */
export interface Codecs {
  literalToBytes(literal: idl.Literal): Uint8Array;
  /** @throws `IDL_MALFORMED` */
  literalFromBytes(bytes: Uint8Array): idl.Literal;
  nodeToBytes(node: idl.Node): Uint8Array;
  bindingToBytes(binding: idl.Binding): Uint8Array;
  interfaceToBytes(declared: idl.TypedInterface): Uint8Array;
}

let loaded: Promise<Codecs> | undefined;

/** Load the codecs. Only runs with a journal need them, and the generated code takes as long to load as all the rest. */
export function loadCodecs(): Promise<Codecs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Codecs> {
  const { encode, Binding, Literal, Node, TypedInterface } = await import("../../idl/messages.js");
  return {
    literalToBytes: withOneWriter(Literal),
    literalFromBytes: (bytes) => decodeMessage<idl.Literal>("flyteidl.core.Literal", Literal, bytes),
    nodeToBytes: (given) => encode<idl.Node>(Node, given),
    bindingToBytes: (given) => encode<idl.Binding>(Binding, given),
    interfaceToBytes: (given) => encode<idl.TypedInterface>(TypedInterface, given),
  };
}

interface Writer {
  finish(): Uint8Array;
}

/** Longer messages have a writer of their own, so that none keeps their memory. */
const SHORT = 4096;

// To make a writer and its first buffer takes longer than to write a small literal.
function withOneWriter<T, W extends Writer>(codec: {
  encode(message: T, writer?: W): W;
}): (message: T) => Uint8Array {
  let free: W | undefined;
  return (message) => {
    const taken = free;
    // What throws leaves a part of the message in its writer.
    free = undefined;
    const writer = codec.encode(message, taken);
    const bytes = writer.finish();
    if (bytes.length <= SHORT) free = writer;
    return bytes;
  };
}

const scratch = Buffer.alloc(256);

/** Bytes as they stand in JSON. */
export function toBase64(bytes: Uint8Array): string {
  // To make a buffer of them takes longer than to copy a few.
  if (bytes.length <= scratch.length) {
    scratch.set(bytes);
    return scratch.toString("base64", 0, bytes.length);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
