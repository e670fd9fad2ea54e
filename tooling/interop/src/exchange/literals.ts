import { decodeLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import * as idl from "@flytekit-ts/models/core";
import type { Type, Value } from "../description/type.js";
import { buildType } from "../native/build-type.js";
import { chosen } from "../native/chosen.js";
import { differenceOf } from "../native/difference-of.js";
import { makeValue } from "../native/make-value.js";
import { written } from "../native/written.js";

/** What a test does to our messages on their way to Python, or to Python's, to prove that a fault in them is found. */
export interface Tamper {
  readonly literal?: (literal: idl.Literal) => idl.Literal;
  readonly literalType?: (literalType: idl.LiteralType) => idl.LiteralType;
}

/** A type of ours, with values of it as bytes in base64: the form in which they are exchanged. */
export class Exchanged {
  readonly #described: Type;
  readonly #transformer;

  readonly #tamper: Tamper;

  constructor(type: Type, tamper: Tamper = {}) {
    this.#tamper = tamper;
    this.#described = type;
    this.#transformer = resolveType(buildType(type), "an exchanged type").transformer;
  }

  get literalType(): string {
    const { literalType: change = (same) => same } = this.#tamper;
    return toBase64(idl.LiteralType.encode(change(this.#transformer.literalType)).finish());
  }

  /** Our literal of a described value. */
  encode(value: Value): string {
    return this.#encodeNative(makeValue(this.#described, value, written), this.#tamper);
  }

  /** A literal of Python, as it arrives. */
  receive(literal: string): string {
    const { literal: change } = this.#tamper;
    if (change === undefined) return literal;
    return toBase64(idl.Literal.encode(change(decode(literal))).finish());
  }

  /** How what a literal says differs from the described value. */
  async difference(literal: string, value: Value): Promise<string | undefined> {
    return differenceOf(this.#described, value, this.#decode(literal));
  }

  /** Our literal of what a literal of this value says. */
  again(literal: string, value: Value): string {
    return this.#encodeNative(chosen(this.#described, value, this.#decode(literal)));
  }

  #decode(literal: string): unknown {
    return decodeLiteral(this.#transformer, decode(literal));
  }

  #encodeNative(value: unknown, { literal: change = (same) => same }: Tamper = {}): string {
    return toBase64(idl.Literal.encode(change(this.#transformer.toLiteral(value))).finish());
  }
}

function decode(literal: string): idl.Literal {
  return idl.Literal.decode(Buffer.from(literal, "base64"));
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
