const LONGEST_NODE = 20;
const LONGEST_POD = 50;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz123456";
const SHARDS = 36 * 36;

/** Where a node is that holds others: its unique id, and which attempt of it holds them. */
export interface Around {
  readonly uniqueId: string;
  readonly attempt: number;
}

/** The id of a node that no other node of its execution has. */
export function uniqueNodeId(own: string, around: Around | undefined): string {
  return shortened(around === undefined ? own : `${around.uniqueId}-${around.attempt}-${own}`, LONGEST_NODE);
}

/** The name of the pod of an attempt. */
export function podName(execution: string, node: string, attempt: number): string {
  return shortened(`${execution}-${node}-${attempt}`, LONGEST_POD);
}

/** The name of a child execution: a hash of who started it. */
export function childName(execution: string, node: string, attempt: number): string {
  return `f${base32(fnv1a(`${execution}-${node}-${attempt}`))}`.padEnd(LONGEST_NODE, "a");
}

/** Two characters that spread prefixes over an object store. */
export function shardOf(text: string): string {
  return (fnv1a(text) % SHARDS).toString(36).padStart(2, "0");
}

function shortened(id: string, longest: number): string {
  return id.length <= longest ? id : `f${base32(fnv1a(id))}`;
}

/** The 32-bit FNV-1a hash of a text's UTF-8. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** 32 bits in seven characters of five bits; three bits of zero fill the last one. */
function base32(value: number): string {
  const bits = value.toString(2).padStart(32, "0").padEnd(35, "0");
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
}
