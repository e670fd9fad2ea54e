import { decodeLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import type { ValueStore } from "@flytekit-ts/core/storage";
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

  readonly #store: ValueStore;

  constructor(type: Type, store: ValueStore, tamper: Tamper = {}) {
    this.#tamper = tamper;
    this.#store = store;
    this.#described = type;
    this.#transformer = resolveType(buildType(type), "an exchanged type").transformer;
  }

  get literalType(): string {
    const { literalType: change = (same) => same } = this.#tamper;
    return toBase64(idl.LiteralType.encode(change(this.#transformer.literalType)).finish());
  }

  /** Our literal of a described value. */
  async encode(value: Value): Promise<string> {
    return this.#encodeNative(makeValue(this.#described, value, written(this.#store)), this.#tamper);
  }

  /** A literal of Python, as it arrives. */
  receive(literal: string): string {
    const { literal: change } = this.#tamper;
    if (change === undefined) return literal;
    return toBase64(idl.Literal.encode(change(decode(literal))).finish());
  }

  /** How what a literal says differs from the described value. */
  async difference(literal: string, value: Value): Promise<string | undefined> {
    return differenceOf(this.#described, value, await this.#decode(literal));
  }

  /** Our literal of what a literal of this value says. */
  async again(literal: string, value: Value): Promise<string> {
    return this.#encodeNative(chosen(this.#described, value, await this.#decode(literal)));
  }

  // As a runner does it: what is in files is loaded after decoding, and stored before encoding.
  async #decode(literal: string): Promise<unknown> {
    const value = decodeLiteral(this.#transformer, decode(literal));
    return this.#transformer.load === undefined ? value : this.#transformer.load(value, this.#store);
  }

  async #encodeNative(value: unknown, { literal: change = (same) => same }: Tamper = {}): Promise<string> {
    const stored = await (this.#transformer.storing?.(value)?.(this.#store) ?? value);
    return toBase64(idl.Literal.encode(change(this.#transformer.toLiteral(stored))).finish());
  }
}

function decode(literal: string): idl.Literal {
  return idl.Literal.decode(Buffer.from(literal, "base64"));
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
