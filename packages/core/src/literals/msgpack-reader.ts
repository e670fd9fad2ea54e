import { constants } from "node:buffer";

import * as errors from "../errors.js";
import { beyond } from "../words/describe-value.js";
import { SHORT, shortText } from "./short-text.js";

/**
 * One MessagePack value. A list or map token has only the size; the tokens of its members follow.
 *
 * Integers beyond 2^53 - 1 are `bigint`.
 */
export type MsgpackToken =
  | { readonly kind: "nil" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: number | bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "list"; readonly size: number }
  | { readonly kind: "map"; readonly size: number }
  | { readonly kind: "extension"; readonly type: number; readonly value: Uint8Array };

// A byte order mark in a string is part of the string, so it is kept.
const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// The bytes of one number.
const digits = new DataView(new ArrayBuffer(8));

class Reader {
  readonly #bytes: Uint8Array;
  #position = 0;
  /** Where the current value begins. */
  #start = 0;

  constructor(bytes: Uint8Array) {
    // A plain Uint8Array, because slice() of a Buffer shares its memory with the message.
    const isPlain = bytes.constructor === Uint8Array;
    this.#bytes = isPlain ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where the next value begins. */
  get position(): number {
    return this.#position;
  }

  /** Moves to where a value begins. */
  seek(position: number): void {
    this.#position = position;
  }

  /** Asserts that no bytes follow the last value. */
  end(): void {
    this.#start = this.#position;
    if (this.#position < this.#bytes.length) throw this.#malformed("bytes follow the value");
  }

  /** The next value, without moving past it. */
  peek(): MsgpackToken {
    const start = this.#position;
    const token = this.next();
    this.#position = start;
    return token;
  }

  next(): MsgpackToken {
    this.#start = this.#position;
    const head = this.#uint(1);
    if (head < 0x80) return { kind: "int", value: head };
    if (head >= 0xe0) return { kind: "int", value: head - 0x100 };
    if (head < 0x90) return this.#container("map", head & 0x0f);
    if (head < 0xa0) return this.#container("list", head & 0x0f);
    if (head < 0xc0) return { kind: "string", value: this.#text(head & 0x1f) };
    return this.#long(head);
  }

  /** The next value if it is an integer that is a safe `number` in a short form: for most, no token is made. */
  int(): number | undefined {
    const head = this.#bytes[this.#position] ?? 0xc1;
    if (head >= 0x80 && head < 0xe0 && (head < 0xcc || head > 0xce)) return undefined;
    this.#start = this.#position;
    this.#position += 1;
    if (head < 0x80) return head;
    return head >= 0xe0 ? head - 0x100 : this.#uint(1 << (head - 0xcc));
  }

  /** The next value if it is a float of eight bytes. */
  float(): number | undefined {
    if (this.#bytes[this.#position] !== 0xcb) return undefined;
    this.#start = this.#position;
    this.#position += 1;
    return this.#digits(8).getFloat64(0);
  }

  /** The next value if it is a boolean. */
  boolean(): boolean | undefined {
    const head = this.#bytes[this.#position];
    if (head !== 0xc2 && head !== 0xc3) return undefined;
    this.#position += 1;
    return head === 0xc3;
  }

  /** The next value if it is a string of up to 31 bytes. */
  string(): string | undefined {
    const head = this.#bytes[this.#position] ?? 0xc1;
    if (head < 0xa0 || head >= 0xc0) return undefined;
    this.#start = this.#position;
    this.#position += 1;
    return this.#text(head & 0x1f);
  }

  /** The kind of the next value, without reading it. */
  kind(): MsgpackToken["kind"] {
    const head = this.#bytes[this.#position] ?? 0xc1;
    if (head < 0x80 || head >= 0xe0) return "int";
    if (head < 0x90) return "map";
    if (head < 0xa0) return "list";
    if (head < 0xc0) return "string";
    return this.peek().kind;
  }

  /** Moves past these bytes, if they are what comes next: names of fields are known as bytes, and need no decoding. */
  skipBytes(wanted: Uint8Array): boolean {
    const bytes = this.#bytes;
    const start = this.#position;
    for (let i = 0; i < wanted.length; i += 1) {
      if (bytes[start + i] !== wanted[i]) return false;
    }
    this.#position = start + wanted.length;
    return true;
  }

  /** The key of a map's next entry, or `undefined` if it is not a string. The value of the entry is read next. */
  key(): string | undefined {
    const start = this.#position;
    const token = this.next();
    if (token.kind === "string") return token.value;
    this.#position = start;
    this.skip();
    return undefined;
  }

  /** Skip the next value with all its members. */
  skip(): void {
    let left = 1;
    while (left > 0) {
      const token = this.next();
      left -= 1;
      if (token.kind === "list") left += token.size;
      else if (token.kind === "map") left += 2 * token.size;
    }
  }

  /** The bytes of the next value with all its members. */
  slice(): Uint8Array {
    const start = this.#position;
    this.skip();
    return this.#bytes.slice(start, this.#position);
  }

  #long(head: number): MsgpackToken {
    switch (head) {
      case 0xc0:
        return { kind: "nil" };
      case 0xc2:
      case 0xc3:
        return { kind: "boolean", value: head === 0xc3 };
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return { kind: "bytes", value: this.#take(this.#uint(1 << (head - 0xc4))) };
      case 0xca:
        return { kind: "float", value: this.#digits(4).getFloat32(0) };
      case 0xcb:
        return { kind: "float", value: this.#digits(8).getFloat64(0) };
      case 0xd9:
      case 0xda:
      case 0xdb:
        return { kind: "string", value: this.#text(this.#uint(1 << (head - 0xd9))) };
      case 0xdc:
      case 0xdd:
        return this.#container("list", this.#uint(head === 0xdc ? 2 : 4));
      case 0xde:
      case 0xdf:
        return this.#container("map", this.#uint(head === 0xde ? 2 : 4));
      default:
        return this.#intOrExtension(head);
    }
  }

  #intOrExtension(head: number): MsgpackToken {
    if (head >= 0xcc && head <= 0xce) return { kind: "int", value: this.#uint(1 << (head - 0xcc)) };
    if (head === 0xcf) return { kind: "int", value: narrow(this.#digits(8).getBigUint64(0)) };
    if (head === 0xd0) return { kind: "int", value: this.#digits(1).getInt8(0) };
    if (head === 0xd1) return { kind: "int", value: this.#digits(2).getInt16(0) };
    if (head === 0xd2) return { kind: "int", value: this.#digits(4).getInt32(0) };
    if (head === 0xd3) return { kind: "int", value: narrow(this.#digits(8).getBigInt64(0)) };
    if (head >= 0xd4 && head <= 0xd8) return this.#extension(1 << (head - 0xd4));
    if (head >= 0xc7 && head <= 0xc9) return this.#extension(this.#uint(1 << (head - 0xc7)));
    throw this.#malformed(`byte 0x${head.toString(16)} does not begin a value`);
  }

  #extension(size: number): MsgpackToken {
    const type = this.#digits(1).getInt8(0);
    return { kind: "extension", type, value: this.#take(size) };
  }

  #container(kind: "list" | "map", size: number): MsgpackToken {
    // Every member has at least one byte. A size that cannot fit is refused here, before memory is allocated for
    // it.
    const least = kind === "map" ? 2 * size : size;
    if (least > this.#bytes.length - this.#position)
      throw this.#malformed(`a ${kind} of size ${size} is longer than the bytes`);
    return { kind, size };
  }

  #text(size: number): string {
    const short = size <= SHORT ? shortText(this.#bytes, this.#position, size) : undefined;
    if (short !== undefined) {
      this.#position += size;
      return short;
    }
    const bytes = this.#take(size);
    try {
      return text.decode(bytes);
    } catch (cause) {
      const isTooLong = size > constants.MAX_STRING_LENGTH;
      throw this.#malformed(
        isTooLong ? "a string is too long for JavaScript" : "a string is not UTF-8",
        cause,
      );
    }
  }

  #take(size: number): Uint8Array {
    const start = this.#advance(size);
    return this.#bytes.subarray(start, start + size);
  }

  #uint(width: number): number {
    if (width === 1) return this.#bytes[this.#advance(1)] ?? 0;
    return width === 2 ? this.#digits(2).getUint16(0) : this.#digits(4).getUint32(0);
  }

  /** The next bytes of a number. A view of each message would cost more than the numbers in it. */
  #digits(width: number): DataView {
    const bytes = this.#bytes;
    const start = this.#advance(width);
    for (let i = 0; i < width; i += 1) digits.setUint8(i, bytes[start + i] ?? 0);
    return digits;
  }

  #advance(size: number): number {
    const start = this.#position;
    if (start + size > this.#bytes.length) throw this.#malformed("the bytes end early");
    this.#position = start + size;
    return start;
  }

  #malformed(problem: string, cause?: unknown): Error {
    return errors.MSGPACK_MALFORMED({ problem, offset: this.#start }, { cause });
  }
}

/**
 * Reads MessagePack token by token and distinguishes integers from floats.
 *
 * A record arrives as these bytes. Its declared type reads the fields that it needs, and an attribute path skips
 * to one member without decoding the rest. Libraries decode to plain numbers, where 1 and 1.0 are the same.
 *
 * @throws `MSGPACK_MALFORMED` for bytes that end early or are not MessagePack.
 */
export type MsgpackReader = Pick<Reader, keyof Reader>;

// The class is not exported: its private members would make the types of two copies of this package incompatible.
export const MsgpackReader: new (bytes: Uint8Array) => MsgpackReader = Reader;

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A token in words, without the content of strings and bytes. */
export function describeToken(token: MsgpackToken): string {
  switch (token.kind) {
    case "int":
    case "float":
      return `the MessagePack ${token.kind} ${token.value}${beyond(token.value)}`;
    default:
      return `a MessagePack ${token.kind}`;
  }
}
