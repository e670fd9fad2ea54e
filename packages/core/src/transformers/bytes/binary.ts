import { isUint8Array } from "node:util/types";
import type * as idl from "@flytekit-ts/models/core";
import { BlobDimensionality } from "../../literals/idl-enums.js";
import { literalTypeOf } from "../../literals/literal-type.js";
import { describeLiteral, scalarLiteral } from "../../literals/literal.js";
import { describeToken } from "../../literals/msgpack-reader.js";
import { mismatch, refused } from "../../types/mismatch.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { fromDataUri, toDataUri } from "./data-uri.js";
import { pickleBytes, unpickleBytes } from "./pickled-bytes.js";
import { StoredBytes } from "./stored-bytes.js";

const WORDS = "bytes (a Uint8Array)";
const FORMAT = "PythonPickle";
const TYPE: idl.BlobType = { format: FORMAT, dimensionality: BlobDimensionality.SINGLE };
const OTHER_PICKLE = "a Python pickle of something else than bytes";

/**
 * Bytes, in the form of Python's `bytes`: alone a blob with a pickle of them, in a record the bytes themselves.
 *
 * Flyte has a simple type BINARY too, but flytekit cannot read a type that has it. Where nothing can be written, as
 * for a constant in a workflow's body, the blob is a `data:` URI, which flytekit does not read.
 */
export const binaryTransformer: TypeTransformer<Uint8Array> = {
  tag: "FlytePickle",
  words: WORDS,
  literalType: {
    ...literalTypeOf({ $case: "blob", value: TYPE }),
    metadata: { python_class_name: "<class 'bytes'>" },
  },
  jsonSchema: { type: "string", format: "base64" },
  depth: 0,
  toLiteral(value) {
    if (StoredBytes.is(value)) return blobAt(value.uri);
    return blobAt(toDataUri(pickleBytes(bytesOf(value))));
  },
  fromLiteral(literal) {
    const uri = uriOf(literal);
    const data = fromDataUri(uri);
    // The bytes are read by `load`, which is called before anything else sees the value.
    return data === undefined ? (new StoredBytes(uri) as unknown as Uint8Array) : bytesIn(data);
  },
  write: (value, writer) => writer.bytes(bytesOf(value)),
  read(reader) {
    const token = reader.next();
    if (token.kind !== "bytes") throw mismatch(WORDS, describeToken(token));
    // A copy, because the message that the token points into belongs to somebody else.
    return new Uint8Array(token.value);
  },
  // As Python writes the default of a field: lines of 76 characters, each with its end.
  toJson: (value) =>
    Buffer.from(bytesOf(value))
      .toString("base64")
      .replace(/.{1,76}/g, "$&\n"),
  storing(value) {
    if (!isUint8Array(value)) return undefined;
    const pickle = pickleBytes(value);
    return async (store) => {
      if (store.inRecord === true) return value;
      const uri = store.newUri("bytes.pkl");
      await store.storage.write(uri, pickle, { signal: store.signal });
      return new StoredBytes(uri);
    };
  },
  async load(value: unknown, store) {
    if (!StoredBytes.is(value)) return value as Uint8Array;
    const chunks: Uint8Array[] = [];
    for await (const chunk of store.storage.read(value.uri, { signal: store.signal })) chunks.push(chunk);
    return bytesIn(Buffer.concat(chunks));
  },
};

function bytesOf(value: unknown): Uint8Array {
  // Not with instanceof: test runners and workers have separate classes.
  if (!isUint8Array(value)) throw refused(value, WORDS, typeof value === "string" ? "no-bytes" : undefined);
  return value;
}

function bytesIn(pickle: Uint8Array): Uint8Array {
  const bytes = unpickleBytes(pickle);
  if (bytes === undefined) throw mismatch(WORDS, OTHER_PICKLE);
  return bytes;
}

function blobAt(uri: string): idl.Literal {
  return scalarLiteral({ $case: "blob", value: { metadata: { type: TYPE }, uri } });
}

function uriOf(literal: idl.Literal): string {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case !== "blob") throw mismatch(WORDS, describeLiteral(literal));
  const { format = "", dimensionality = BlobDimensionality.SINGLE } = scalar.value.metadata?.type ?? {};
  if (dimensionality !== BlobDimensionality.SINGLE) throw mismatch(WORDS, "a directory");
  if (format !== FORMAT && format !== "") throw mismatch(WORDS, "a file of another format");
  return scalar.value.uri;
}
