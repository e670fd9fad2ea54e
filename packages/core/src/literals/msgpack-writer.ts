/**
 * The one-byte form (its base and largest size), then the first bytes of the forms with a size of 8, 16 and 32
 * bits.
 */
type Forms = readonly [base: number, most: number, form8: number, form16: number, form32: number];
const STRING: Forms = [0xa0, 31, 0xd9, 0xda, 0xdb];
const BYTES: Forms = [0, -1, 0xc4, 0xc5, 0xc6];
// Lists and maps have no form with an 8-bit size: 0 means none.
const LIST: Forms = [0x90, 15, 0, 0xdc, 0xdd];
const MAP: Forms = [0x80, 15, 0, 0xde, 0xdf];

const encoder = new TextEncoder();

// The longest string whose size is part of its first byte.
const SHORT = 31;

// Short results share memory, as Node's buffers do: memory of its own costs one more than its bytes.
const SHARED = 8192;
const MOST_SHARED = 1024;

interface Memory {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where no result of an earlier writer is. */
  readonly start: number;
}

// The memory of the writer that is done, for the next one.
let spare: Memory | undefined;

class Writer {
  #bytes: Uint8Array;
  #view: DataView;
  #start: number;
  /** Where the next value begins. */
  #length: number;

  constructor() {
    const { bytes, view, start } = spare ?? memory(SHARED);
    spare = undefined;
    this.#bytes = bytes;
    this.#view = view;
    this.#start = this.#length = start;
  }

  nil(): void {
    this.#byte(0xc0);
  }

  boolean(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2);
  }

  /** A safe integer or any int64. */
  int(value: number | bigint): void {
    if (typeof value === "bigint" && !Number.isSafeInteger(Number(value))) return this.#int64(value);
    const n = Number(value);
    if (n >= 0) this.#positive(n);
    else this.#negative(n);
  }

  float(value: number): void {
    this.#reserve(9);
    this.#bytes[this.#length] = 0xcb;
    this.#view.setFloat64(this.#length + 1, value);
    this.#length += 9;
  }

  string(value: string): void {
    // Most strings are short and ASCII: then calling the encoder takes longer than writing them here.
    if (value.length <= SHORT && this.#ascii(value)) return;
    const size = Buffer.byteLength(value);
    this.#header(size, STRING);
    this.#reserve(size);
    encoder.encodeInto(value, this.#bytes.subarray(this.#length));
    this.#length += size;
  }

  bytes(value: Uint8Array): void {
    this.#header(value.length, BYTES);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** Begins a list: `size` values follow. */
  list(size: number): void {
    this.#header(size, LIST);
  }

  /** Begins a map: `size` pairs of key and value follow. */
  map(size: number): void {
    this.#header(size, MAP);
  }

  /** Writes a value that is MessagePack already. */
  packed(value: Uint8Array): void {
    this.#reserve(value.length);
    const bytes = this.#bytes;
    for (let i = 0; i < value.length; i += 1) bytes[this.#length + i] = value[i] ?? 0;
    this.#length += value.length;
  }

  finish(): Uint8Array {
    const [bytes, view, start, end] = [this.#bytes, this.#view, this.#start, this.#length];
    const isShort = bytes.length === SHARED && end - start <= MOST_SHARED;
    const written = isShort ? new Uint8Array(bytes.buffer, start, end - start) : bytes.slice(start, end);
    // A result of just this length is no memory to share.
    if (bytes.length === SHARED && view.buffer === bytes.buffer)
      spare = { bytes, view, start: isShort ? end : start };
    // Whatever is written from now on begins with new memory.
    this.#bytes = written;
    this.#start = 0;
    this.#length = written.length;
    return written;
  }

  /** Writes a string of up to 31 characters, or returns false if they are not all ASCII. */
  #ascii(value: string): boolean {
    const size = value.length;
    this.#reserve(1 + size);
    const bytes = this.#bytes;
    const start = this.#length;
    bytes[start] = 0xa0 | size;
    for (let i = 0; i < size; i += 1) {
      const code = value.charCodeAt(i);
      if (code >= 0x80) return false;
      bytes[start + 1 + i] = code;
    }
    this.#length = start + 1 + size;
    return true;
  }

  #positive(n: number): void {
    if (n < 0x80) this.#byte(n);
    else if (n < 0x100) this.#sized(0xcc, n, 1);
    else if (n < 0x10000) this.#sized(0xcd, n, 2);
    else if (n < 0x100000000) this.#sized(0xce, n, 4);
    else this.#int64(BigInt(n));
  }

  #negative(n: number): void {
    if (n >= -0x20) this.#byte(n & 0xff);
    else if (n >= -0x80) this.#sized(0xd0, n & 0xff, 1);
    else if (n >= -0x8000) this.#sized(0xd1, n & 0xffff, 2);
    else if (n >= -0x80000000) this.#sized(0xd2, n >>> 0, 4);
    else this.#int64(BigInt(n));
  }

  #int64(value: bigint): void {
    this.#reserve(9);
    this.#bytes[this.#length] = value < 0n ? 0xd3 : 0xcf;
    this.#view.setBigInt64(this.#length + 1, value);
    this.#length += 9;
  }

  #header(size: number, [base, most, form8, form16, form32]: Forms): void {
    if (size <= most) this.#byte(base | size);
    else if (form8 !== 0 && size < 0x100) this.#sized(form8, size, 1);
    else if (size < 0x10000) this.#sized(form16, size, 2);
    else this.#sized(form32, size, 4);
  }

  #sized(head: number, n: number, width: 1 | 2 | 4): void {
    this.#reserve(5);
    this.#bytes[this.#length] = head;
    if (width === 1) this.#view.setUint8(this.#length + 1, n);
    else if (width === 2) this.#view.setUint16(this.#length + 1, n);
    else this.#view.setUint32(this.#length + 1, n);
    this.#length += 1 + width;
  }

  #byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const written = this.#bytes.subarray(this.#start, this.#length);
    const needed = written.length + size;
    const { bytes, view } = memory(needed <= SHARED ? SHARED : Math.max(needed, 2 * written.length));
    bytes.set(written);
    this.#bytes = bytes;
    this.#view = view;
    this.#start = 0;
    this.#length = written.length;
  }
}

function memory(size: number): Memory {
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer), start: 0 };
}

/**
 * Writes MessagePack as flytekit does for records: integers in the smallest form, and floats always as float64.
 *
 * JavaScript has one number type, so MessagePack libraries write 1.0 as an integer. A Python task refuses an
 * integer for a float. So the caller says whether a number is an integer or a float.
 */
export type MsgpackWriter = Pick<Writer, keyof Writer>;

// The class is not exported: its private members would make the types of two copies of this package incompatible.
export const MsgpackWriter: new () => MsgpackWriter = Writer;
