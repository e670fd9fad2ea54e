// The codes of Python's pickle format that bytes need. All others would make objects, or run code.
const [PROTO, FRAME, MEMOIZE, STOP] = [0x80, 0x95, 0x94, 0x2e];
const [BINPUT, LONG_BINPUT] = [0x71, 0x72];
const [SHORT_BINBYTES, BINBYTES, BINBYTES8, BYTEARRAY8] = [0x43, 0x42, 0x8e, 0x96];
// Python frames what is shorter.
const SHORTEST_UNFRAMED = 64 * 1024;

/** Bytes as Python pickles them: byte for byte what `cloudpickle.dumps` gives. */
export function pickleBytes(value: Uint8Array): Uint8Array {
  const code = value.length < 0x100 ? SHORT_BINBYTES : value.length < 2 ** 32 ? BINBYTES : BINBYTES8;
  const body = concat([code], sizeOf(value.length, WIDTHS.get(code) ?? 1), value);
  if (value.length >= SHORTEST_UNFRAMED) return concat([PROTO, 5], body, [MEMOIZE, STOP]);
  return concat([PROTO, 5, FRAME], sizeOf(body.length + 2, 8), body, [MEMOIZE, STOP]);
}

/**
 * The bytes in a pickle, in memory of their own; undefined if it holds anything else.
 *
 * Nothing in a pickle is run: only the codes that bytes need are known.
 */
export function unpickleBytes(pickle: Uint8Array): Uint8Array | undefined {
  let at = 0;
  let value: Uint8Array | undefined;
  const view = new DataView(pickle.buffer, pickle.byteOffset, pickle.byteLength);
  while (at < pickle.length) {
    const code = view.getUint8(at);
    at += 1;
    if (code === STOP) return at === pickle.length ? value : undefined;
    const skipped = SKIPPED.get(code);
    const width = WIDTHS.get(code);
    if (skipped !== undefined) {
      at += skipped;
      continue;
    }
    if (width === undefined || value !== undefined || at + width > pickle.length) return undefined;
    const size = readSize(view, at, width);
    at += width;
    if (size > pickle.length - at) return undefined;
    value = new Uint8Array(pickle.subarray(at, at + size));
    at += size;
  }
  return undefined;
}

// What follows the codes that say nothing about the value.
const SKIPPED: ReadonlyMap<number, number> = new Map([
  [PROTO, 1],
  [FRAME, 8],
  [MEMOIZE, 0],
  [BINPUT, 1],
  [LONG_BINPUT, 4],
]);

// How many bytes the size has.
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [SHORT_BINBYTES, 1],
  [BINBYTES, 4],
  [BINBYTES8, 8],
  [BYTEARRAY8, 8],
]);

function sizeOf(size: number, width: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(size), true);
  return bytes.subarray(0, width);
}

function readSize(view: DataView, at: number, width: number): number {
  if (width === 1) return view.getUint8(at);
  return width === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

function concat(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
