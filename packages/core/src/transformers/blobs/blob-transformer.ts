import type * as idl from "@flytekit-ts/models/core";
import type { HandleParts } from "../../files/handle.js";
import { localStore } from "../../files/local-store.js";
import { BlobDimensionality } from "../../literals/idl-enums.js";
import { literalTypeOf } from "../../literals/literal-type.js";
import { describeLiteral, scalarLiteral } from "../../literals/literal.js";
import { describeToken, type MsgpackReader } from "../../literals/msgpack-reader.js";
import type { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { isWellFormed } from "../../words/plain-object.js";
import { atKey, mismatch } from "../../types/mismatch.js";
import type { Json, JsonSchema, TypeTransformer } from "../../types/transformer.js";
import type { ValueStore } from "../../types/value-store.js";
import { addressOf, type Wanted } from "./address-of.js";
import { storingBlob } from "./storing-blob.js";

/** The rules of a type of files or directories. */
export interface BlobRules<T extends HandleParts> extends Wanted {
  readonly tag: string;
  readonly jsonSchema: JsonSchema;
  make(parts: HandleParts, store: () => ValueStore): T;
}

/** A transformer whose values are where something is: Flyte's blob. */
export function blobTransformer<T extends HandleParts>(rules: BlobRules<T>): TypeTransformer<T> {
  const { tag, kind, format, words, jsonSchema, make } = rules;
  const dimensionality = kind === "file" ? BlobDimensionality.SINGLE : BlobDimensionality.MULTIPART;
  const type: idl.BlobType = { format, dimensionality };
  return {
    tag,
    words,
    literalType: literalTypeOf({ $case: "blob", value: type }),
    jsonSchema,
    depth: 2,
    toLiteral(value) {
      const { uri, metadata } = addressOf(value, rules);
      const literal = scalarLiteral({ $case: "blob", value: { uri, metadata: { type } } });
      return metadata === undefined ? literal : { ...literal, metadata: new Map(Object.entries(metadata)) };
    },
    fromLiteral(literal) {
      const blob = blobOf(literal);
      if (blob === undefined) throw mismatch(words, describeLiteral(literal));
      if (
        blob.metadata?.type?.dimensionality !== undefined &&
        blob.metadata.type.dimensionality !== dimensionality
      ) {
        const [given, fault] =
          kind === "file"
            ? ["a directory", "directory-for-file" as const]
            : ["a file", "file-for-directory" as const];
        throw mismatch(words, given, fault);
      }
      if (blob.uri === "") throw mismatch(words, `a ${kind} literal without a URI`);
      const metadata = literal.metadata.size === 0 ? undefined : Object.fromEntries(literal.metadata);
      return make(
        { uri: blob.uri, format: format === "" ? (blob.metadata?.type?.format ?? "") : format, metadata },
        unloaded,
      );
    },
    write: (value, writer) => writeParts(addressOf(value, rules), writer),
    read: (reader) => make({ ...readParts(reader, words), format }, unloaded),
    // In Python a factory makes the default of a directory, so it is not written.
    ...(kind === "file" ? { toJson: (value) => jsonOf(addressOf(value, rules)) } : {}),
    storing: (value) => storingBlob(value, rules),
    load: async ({ uri, format: known, metadata }, store) =>
      make({ uri, format: known, metadata }, () => store),
  };
}

// One for all files that no runner has loaded: it makes a folder only if a file is downloaded.
let shared: ValueStore | undefined;
const unloaded = (): ValueStore => (shared ??= localStore());

function blobOf({ value }: idl.Literal): idl.Blob | undefined {
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  return scalar?.$case === "blob" ? scalar.value : undefined;
}

function writeParts({ uri, metadata }: HandleParts, writer: MsgpackWriter): void {
  const entries = metadata === undefined ? [] : Object.entries(metadata);
  writer.map(entries.length === 0 ? 1 : 2);
  writer.string("path");
  writer.string(uri);
  if (entries.length === 0) return;
  writer.string("metadata");
  writer.map(entries.length);
  for (const [key, text] of entries) {
    writer.string(key);
    writer.string(text);
  }
}

function jsonOf({ uri, metadata }: HandleParts): Json {
  return metadata === undefined ? { path: uri } : { path: uri, metadata };
}

function readParts(reader: MsgpackReader, words: string): Omit<HandleParts, "format"> {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(words, describeToken(token));
  let uri: string | undefined;
  let metadata: Record<string, string> | undefined;
  for (let i = 0; i < token.size; i += 1) {
    const key = reader.key();
    if (key === "path") uri = atKey(key, () => readText(reader));
    else if (key === "metadata") metadata = atKey(key, () => readTexts(reader));
    else reader.skip();
  }
  if (uri === undefined || uri === "") throw mismatch(words, "a record without a path");
  return { uri, metadata };
}

function readText(reader: MsgpackReader): string {
  const token = reader.next();
  if (token.kind !== "string" || !isWellFormed(token.value)) throw mismatch("string", describeToken(token));
  return token.value;
}

function readTexts(reader: MsgpackReader): Record<string, string> | undefined {
  const token = reader.next();
  if (token.kind === "nil") return undefined;
  if (token.kind !== "map") throw mismatch("map of string", describeToken(token));
  const texts = new Map<string, string>();
  for (let i = 0; i < token.size; i += 1) {
    const key = readText(reader);
    texts.set(
      key,
      atKey(key, () => readText(reader)),
    );
  }
  return texts.size === 0 ? undefined : Object.fromEntries(texts);
}
