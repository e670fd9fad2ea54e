/** The key types protobuf allows in a map, as ts-proto represents them. */
export type MapKey = string | number | bigint | boolean;

const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/**
 * Compare two strings by their UTF-8 bytes.
 *
 * `<` compares UTF-16 units, which puts U+1F600 (a surrogate pair) before U+FF21; Go and Python compare
 * bytes or code points and put it after.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

// Ranks surrogates after all other units, because they only occur in code points above U+FFFF.
function rank(unit: number): number {
  return unit >= FIRST_SURROGATE && unit < AFTER_SURROGATES ? unit + 0x10000 : unit;
}

function compareKeys(a: MapKey, b: MapKey): number {
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return a < b ? -1 : Number(a > b);
}

/**
 * The map itself if its keys ascend, otherwise a sorted copy.
 *
 * Generated encoders iterate maps through this function, so equal messages have equal bytes. Most maps are built in
 * order or hold one entry, so it checks the order before it copies.
 */
export function inKeyOrder<K extends MapKey, V>(map: Map<K, V>): Map<K, V> {
  if (map.size < 2 || ascends(map)) return map;
  return new Map([...map].toSorted(([a], [b]) => compareKeys(a, b)));
}

function ascends(map: Map<MapKey, unknown>): boolean {
  let previous: MapKey | undefined;
  for (const key of map.keys()) {
    if (previous !== undefined && compareKeys(previous, key) > 0) return false;
    previous = key;
  }
  return true;
}
