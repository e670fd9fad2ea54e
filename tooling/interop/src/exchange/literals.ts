import { decodeLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import * as idl from "@flytekit-ts/models/core";
import type { Type, Value } from "../description/type.js";
import { buildType } from "../native/build-type.js";
import { differenceOf } from "../native/difference-of.js";
import { makeValue } from "../native/make-value.js";
import { written } from "../native/written.js";

/** A type of ours, with values of it as bytes in base64: the form in which they are exchanged. */
export class Exchanged {
  readonly #described: Type;
  readonly #transformer;

  constructor(type: Type) {
    this.#described = type;
    this.#transformer = resolveType(buildType(type), "an exchanged type").transformer;
  }

  get literalType(): string {
    return toBase64(idl.LiteralType.encode(this.#transformer.literalType).finish());
  }

  /** Our literal of a described value. */
  encode(value: Value): string {
    return this.#encodeNative(makeValue(this.#described, value, written));
  }

  /** How what a literal says differs from the described value. */
  async difference(literal: string, value: Value): Promise<string | undefined> {
    return differenceOf(this.#described, value, this.#decode(literal));
  }

  /** Our literal of what a literal says. */
  again(literal: string): string {
    return this.#encodeNative(this.#decode(literal));
  }

  #decode(literal: string): unknown {
    return decodeLiteral(this.#transformer, idl.Literal.decode(Buffer.from(literal, "base64")));
  }

  #encodeNative(value: unknown): string {
    return toBase64(idl.Literal.encode(this.#transformer.toLiteral(value)).finish());
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
