/** The longest text that is read here: a decoder takes longer than reading it, and remembering more takes memory. */
export const SHORT = 31;

// Texts that were read lately, by a hash of their bytes. Most short texts occur again and again, and then cost neither
// the work of making them nor memory, as in `JSON.parse`.
const PLACES = 1024;
let known: string[] | undefined;

// The codes of one text, by its length. What is made of them at once is one piece, which a sum of strings is not.
const codesOf: (number[] | undefined)[] = [];

/** The text of at most 31 bytes from `start`, or `undefined` if they are not all ASCII. */
export function shortText(bytes: Uint8Array, start: number, size: number): string | undefined {
  if (size > SHORT || start + size > bytes.length) return undefined;
  const codes = (codesOf[size] ??= Array.from({ length: size }, () => 0));
  let [hash, all] = [size, 0];
  for (let i = 0; i < size; i += 1) {
    const code = bytes[start + i] ?? 0;
    all |= code;
    hash = (Math.imul(hash, 31) + code) | 0;
    codes[i] = code;
  }
  if (all >= 0x80) return undefined;
  const place = (hash ^ (hash >>> 10)) & (PLACES - 1);
  known ??= Array.from({ length: PLACES }, () => "");
  const before = known[place] ?? "";
  if (isTextOf(codes, before)) return before;
  return (known[place] = String.fromCharCode.apply(undefined, codes));
}

function isTextOf(codes: readonly number[], text: string): boolean {
  if (text.length !== codes.length) return false;
  for (let i = 0; i < codes.length; i += 1) {
    if (text.charCodeAt(i) !== codes[i]) return false;
  }
  return true;
}
