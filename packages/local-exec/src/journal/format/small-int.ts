import type * as idl from "@flytekit-ts/models/core";

/** Tags of `Literal.scalar` and `Scalar.primitive`, which are messages, and of `Primitive.integer`. */
const MESSAGE = 0x0a;
const VARINT = 0x08;
/** What fits in four bytes of a varint. */
const MOST = 2 ** 28;

/**
 * The bytes of a literal that is a small int and nothing more; undefined if it is anything else. They are what the codec writes,
 * which takes ten times as long for a literal of this kind, the most common of those that take no time to compute.
 *
 * @param into where the bytes go: at most 10, from the beginning
 * @returns how many they are
 */
export function smallIntToBytes(
  { value, hash, metadata }: idl.Literal,
  into: Uint8Array,
): number | undefined {
  if (hash !== "" || metadata.size > 0 || value?.$case !== "scalar") return undefined;
  const scalar = value.value.value;
  if (scalar?.$case !== "primitive" || scalar.value.value?.$case !== "integer") return undefined;
  const int = scalar.value.value.value;
  if (int < 0n || int >= MOST) return undefined;
  let end = 5;
  let rest = Number(int);
  for (; rest > 127; rest >>>= 7) {
    into[end] = (rest & 127) | 128;
    end += 1;
  }
  into[end] = rest;
  end += 1;
  into[0] = MESSAGE;
  into[1] = end - 2;
  into[2] = MESSAGE;
  into[3] = end - 4;
  into[4] = VARINT;
  return end;
}
