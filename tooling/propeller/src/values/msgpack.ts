/** A part of MessagePack: what it is, and the bytes that say it. */
export interface Packed {
  readonly value: PackedValue;
  readonly bytes: Uint8Array;
}

/** What MessagePack says at one place. What Flyte never looks into is `other`: nil, bytes, extensions. */
export type PackedValue =
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "list"; readonly items: readonly Packed[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [Packed, Packed])[] }
  | { readonly kind: "other" };

/** Read MessagePack, keeping the bytes of each part: parts are handed on as they were written. @throws if it is cut short */
export function unpack(bytes: Uint8Array): Packed {
  return new Reader(bytes).next();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  next(): Packed {
    const start = this.#at;
    const value = this.#value(this.#take(1));
    return { value, bytes: this.#bytes.slice(start, this.#at) };
  }

  #value(at: number): PackedValue {
    const tag = this.#view.getUint8(at);
    if (tag < 0x80) return { kind: "integer", value: BigInt(tag) };
    if (tag < 0x90) return this.#map(tag & 0x0f);
    if (tag < 0xa0) return this.#list(tag & 0x0f);
    if (tag < 0xc0) return this.#text(tag & 0x1f);
    if (tag >= 0xe0) return { kind: "integer", value: BigInt(tag - 0x100) };
    if (tag >= 0xcc && tag <= 0xd3) return { kind: "integer", value: this.#integer(tag) };
    return this.#tagged(tag);
  }

  #tagged(tag: number): PackedValue {
    switch (tag) {
      case 0xc2:
      case 0xc3:
        return { kind: "boolean", value: tag === 0xc3 };
      case 0xca:
        return { kind: "float", value: this.#view.getFloat32(this.#take(4)) };
      case 0xcb:
        return { kind: "float", value: this.#view.getFloat64(this.#take(8)) };
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.#text(this.#length(tag - 0xd9));
      case 0xdc:
      case 0xdd:
        return this.#list(this.#length(tag - 0xdb));
      case 0xde:
      case 0xdf:
        return this.#map(this.#length(tag - 0xdd));
      default:
        this.#take(this.#extent(tag));
        return { kind: "other" };
    }
  }

  // Nil, bytes, and extensions with the byte of their type.
  #extent(tag: number): number {
    if (tag === 0xc0) return 0;
    if (tag >= 0xc4 && tag <= 0xc6) return this.#length(tag - 0xc4);
    if (tag >= 0xc7 && tag <= 0xc9) return 1 + this.#length(tag - 0xc7);
    if (tag >= 0xd4 && tag <= 0xd8) return 1 + 2 ** (tag - 0xd4);
    throw new Error(`the byte 0x${tag.toString(16)} begins nothing in MessagePack`);
  }

  #integer(tag: number): bigint {
    const size = 2 ** ((tag - 0xcc) % 4);
    const at = this.#take(size);
    let value = 0n;
    for (let index = 0; index < size; index++)
      value = (value << 8n) | BigInt(this.#view.getUint8(at + index));
    return tag >= 0xd0 ? BigInt.asIntN(size * 8, value) : value;
  }

  #length(power: number): number {
    return Number(this.#integer(0xcc + power));
  }

  #text(length: number): PackedValue {
    const at = this.#take(length);
    return { kind: "text", value: new TextDecoder().decode(this.#bytes.subarray(at, at + length)) };
  }

  #list(length: number): PackedValue {
    return { kind: "list", items: this.#times(length, () => this.next()) };
  }

  #map(length: number): PackedValue {
    return { kind: "map", entries: this.#times(length, () => [this.next(), this.next()] as const) };
  }

  // No array is made before its items are there: a length of hostile bytes is only a claim.
  #times<T>(count: number, read: () => T): readonly T[] {
    const items: T[] = [];
    while (items.length < count) items.push(read());
    return items;
  }

  #take(size: number): number {
    const at = this.#at;
    if (at + size > this.#bytes.length) throw new Error("MessagePack is cut short");
    this.#at += size;
    return at;
  }
}
