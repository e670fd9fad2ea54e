/** A table of a FlatBuffer, whose fields are found by their numbers. Reading beyond the buffer throws. */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The table at the start of a buffer. */
  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number): number {
    const at = this.#field(field);
    return at === undefined ? 0 : this.#view.getUint8(at);
  }

  short(field: number, otherwise: number): number {
    const at = this.#field(field);
    return at === undefined ? otherwise : this.#view.getInt16(at, true);
  }

  text(field: number): string {
    const at = this.#pointer(field);
    if (at === undefined) return "";
    const size = this.#view.getUint32(at, true);
    // Made by the view, which checks the bounds.
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset + at + 4, size);
    return new TextDecoder().decode(bytes);
  }

  table(field: number): FlatTable | undefined {
    const at = this.#pointer(field);
    return at === undefined ? undefined : new FlatTable(this.#view, at);
  }

  tables(field: number): FlatTable[] {
    const at = this.#pointer(field);
    if (at === undefined) return [];
    const size = this.#view.getUint32(at, true);
    const tables: FlatTable[] = [];
    for (let i = 0; i < size; i += 1) {
      const entry = at + 4 + i * 4;
      tables.push(new FlatTable(this.#view, entry + this.#view.getUint32(entry, true)));
    }
    return tables;
  }

  #field(field: number): number | undefined {
    const names = this.#at - this.#view.getInt32(this.#at, true);
    const slot = 4 + field * 2;
    if (slot >= this.#view.getUint16(names, true)) return undefined;
    const offset = this.#view.getUint16(names + slot, true);
    return offset === 0 ? undefined : this.#at + offset;
  }

  #pointer(field: number): number | undefined {
    const at = this.#field(field);
    return at === undefined ? undefined : at + this.#view.getUint32(at, true);
  }
}
