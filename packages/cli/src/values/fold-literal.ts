import type * as idl from "@flytekit-ts/models/core";

/** What is made of each kind of value. Lists and maps are folded by whoever makes something of them. */
export interface LiteralFold<T> {
  /** There is no value at all. */
  readonly absent: T;
  /** The value is Flyte's none. */
  readonly none: T;
  readonly primitive: (primitive: idl.Primitive) => T;
  /** A file, directory, dataset or large value: where it is. */
  readonly uri: (uri: string) => T;
  readonly bytes: (bytes: Uint8Array) => T;
  /** A record in MessagePack. */
  readonly record: (bytes: Uint8Array) => T;
  /** An untyped record in JSON. */
  readonly generic: (value: unknown) => T;
  readonly list: (items: readonly idl.Literal[]) => T;
  readonly map: (entries: ReadonlyMap<string, idl.Literal>) => T;
  /** The message of an error. */
  readonly error: (message: string) => T;
}

/** Make something of a literal, whatever its type is. */
export function foldLiteral<T>(literal: idl.Literal | undefined, fold: LiteralFold<T>): T {
  const value = literal?.value;
  switch (value?.$case) {
    case "scalar":
      return foldScalar(value.value, fold);
    case "collection":
      return fold.list(value.value.literals);
    case "map":
      return fold.map(value.value.literals);
    case "offloadedMetadata":
      return fold.uri(value.value.uri);
    case undefined:
      return fold.absent;
  }
}

/** Make something of a scalar. */
export function foldScalar<T>(scalar: idl.Scalar | undefined, fold: LiteralFold<T>): T {
  const value = scalar?.value;
  switch (value?.$case) {
    case "primitive":
      return fold.primitive(value.value);
    case "blob":
    case "schema":
    case "structuredDataset":
      return fold.uri(value.value.uri);
    case "binary":
      return value.value.tag === "msgpack" ? fold.record(value.value.value) : fold.bytes(value.value.value);
    case "generic":
      return fold.generic(value.value);
    case "union":
      return foldLiteral(value.value.value, fold);
    case "error":
      return fold.error(value.value.message);
    case "noneType":
      return fold.none;
    case undefined:
      return fold.absent;
  }
}
