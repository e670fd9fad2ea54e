const LONGEST = 20;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz123456";

/**
 * The id under which Flyte's engine knows the node at one of our paths, such as `n2/n2-n0/n1`.
 *
 * Each part of the path is put behind the id of what is around it and that one's attempt. An id that is too
 * long is hashed wherever it is used, in front of others too. A plan's child execution counts by itself, so
 * only what is behind the last `>` of a path is part of the id.
 */
export function uniqueIdOf(path: string, attemptOf: (path: string) => number = () => 0): string {
  const root = path.lastIndexOf(">") + 1;
  let around = path.slice(0, root);
  let id = "";
  for (const own of path.slice(root).split("/")) {
    id = short(id === "" ? own : `${id}-${attemptOf(around)}-${own}`);
    around = around === "" || around.endsWith(">") ? `${around}${own}` : `${around}/${own}`;
  }
  return id;
}

function short(id: string): string {
  return id.length <= LONGEST ? id : `f${base32(fnv1a(new TextEncoder().encode(id)))}`;
}

/** The 32-bit FNV-1a hash. */
function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** 32 bits in seven characters of five bits; three bits of zero fill the last one. */
function base32(value: number): string {
  const bits = value.toString(2).padStart(32, "0").padEnd(35, "0");
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
}
