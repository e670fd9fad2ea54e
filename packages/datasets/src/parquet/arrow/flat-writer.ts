/** A field of a table: a number of one, two or four bytes, or something that is stored elsewhere in the buffer. */
export type FlatField =
  | { readonly size: 1 | 2 | 4; readonly value: number }
  | { readonly text: string }
  | { readonly table: FlatFields }
  | { readonly tables: readonly FlatFields[] };

/** The fields of a table by their numbers; those that are missing have their default. */
export type FlatFields = ReadonlyMap<number, FlatField>;

/** Writes a table and all that it refers to as a FlatBuffer. */
export function writeFlat(root: FlatFields): Uint8Array {
  const writer = new FlatWriter();
  const at = writer.reserve(4);
  writer.point(at, writer.table(root));
  return writer.bytes();
}

class FlatWriter {
  #bytes: number[] = [];

  bytes(): Uint8Array {
    this.#align();
    return Uint8Array.from(this.#bytes);
  }

  /** Room for so many bytes, at a multiple of four. */
  reserve(size: number): number {
    this.#align();
    const at = this.#bytes.length;
    for (let i = 0; i < size; i += 1) this.#bytes.push(0);
    return at;
  }

  /** Writes where something is: how far behind the place that refers to it. */
  point(at: number, target: number): void {
    this.#set(at, 4, target - at);
  }

  table(fields: FlatFields): number {
    const slots = Math.max(-1, ...fields.keys()) + 1;
    const names = this.reserve(4 + slots * 2);
    // Every field has four bytes: what is smaller leaves some of them empty.
    const at = this.reserve(4 + fields.size * 4);
    this.#set(names, 2, 4 + slots * 2);
    this.#set(names + 2, 2, 4 + fields.size * 4);
    this.#set(at, 4, at - names);
    let offset = 4;
    for (const [number, field] of fields) {
      this.#set(names + 4 + number * 2, 2, offset);
      this.#field(at + offset, field);
      offset += 4;
    }
    return at;
  }

  #field(at: number, field: FlatField): void {
    if ("size" in field) this.#set(at, field.size, field.value);
    else if ("text" in field) this.point(at, this.#text(field.text));
    else if ("table" in field) this.point(at, this.table(field.table));
    else this.point(at, this.#tables(field.tables));
  }

  #text(text: string): number {
    const bytes = new TextEncoder().encode(text);
    // With a zero at its end, which readers in C need.
    const at = this.reserve(4 + bytes.length + 1);
    this.#set(at, 4, bytes.length);
    for (const [i, byte] of bytes.entries()) this.#bytes[at + 4 + i] = byte;
    return at;
  }

  #tables(tables: readonly FlatFields[]): number {
    const at = this.reserve(4 + tables.length * 4);
    this.#set(at, 4, tables.length);
    for (const [i, each] of tables.entries()) this.point(at + 4 + i * 4, this.table(each));
    return at;
  }

  #set(at: number, size: number, value: number): void {
    for (let i = 0; i < size; i += 1) this.#bytes[at + i] = (value >> (8 * i)) & 0xff;
  }

  #align(): void {
    while (this.#bytes.length % 4 !== 0) this.#bytes.push(0);
  }
}
