// Each of these functions reads one part of a pattern and returns the position after it, or undefined if the part
// is not there.

/**
 * A character class in brackets, from `[` on. `named` is the position of the last `:]`, which may end a name in
 * it.
 */
export function readClass(pattern: string, at: number, named: number): number | undefined {
  const first = pattern[at + 1] === "^" ? at + 2 : at + 1;
  let next = first;
  while (next < pattern.length) {
    if (pattern[next] === "]" && next > first) return next + 1;
    const behind = readMember(pattern, next, named);
    if (behind === undefined) return undefined;
    next = behind;
  }
  return undefined;
}

function readMember(pattern: string, at: number, named: number): number | undefined {
  if (pattern.startsWith("[:", at) && at + 2 <= named) {
    const end = pattern.indexOf(":]", at + 2);
    return POSIX.test(pattern.slice(at + 2, end)) ? end + 2 : undefined;
  }
  return readSet(pattern, at) ?? readRange(pattern, at);
}

const POSIX = /^\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit)$/;

function readRange(pattern: string, at: number): number | undefined {
  const low = readCharacter(pattern, at);
  if (low === undefined || !match(/-[^\]]/uy, pattern, low.end)) return low?.end;
  const high = readCharacter(pattern, low.end + 1);
  return high !== undefined && high.code >= low.code ? high.end : undefined;
}

/** A named set of characters: `\d`, `\pL`, `\p{Greek}`. */
export function readSet(pattern: string, at: number): number | undefined {
  const found = match(/\\(?:[dDsSwW]|[pP](?:\{\^?(?<long>[^}]*)\}|(?<short>[^{])))/uy, pattern, at);
  const name = found?.groups?.["long"] ?? found?.groups?.["short"];
  return found && (name === undefined || isUnicodeClass(name)) ? at + found[0].length : undefined;
}

interface Character {
  readonly end: number;
  readonly code: number;
}

/** One character, plain or escaped with a backslash. */
export function readCharacter(pattern: string, at: number): Character | undefined {
  if (pattern[at] !== "\\") {
    const code = pattern.codePointAt(at);
    return code === undefined ? undefined : { end: at + String.fromCodePoint(code).length, code };
  }
  const found = match(ESCAPE, pattern, at);
  const { hex, long = hex, octal, letter, sign = CONTROLS[letter ?? ""] } = found?.groups ?? {};
  const code = long ? Number.parseInt(long, 16) : octal ? Number.parseInt(octal, 8) : sign?.codePointAt(0);
  return found && code !== undefined && code <= LAST ? { end: at + found[0].length, code } : undefined;
}

const ESCAPE = new RegExp(
  String.raw`\\(?:x\{(?<long>[\dA-Fa-f]+)\}|x(?<hex>[\dA-Fa-f]{2})|(?<octal>0[0-7]{0,2}|[1-7][0-7]{1,2})` +
    String.raw`|(?<letter>[afnrtv])|(?<sign>[^\w\u0080-\u{10FFFF}]|_))`,
  "uy",
);
const LAST = 0x10_ff_ff;

const CONTROLS: { readonly [letter: string]: string } = {
  a: "\u0007",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

// The general categories that Go knows. Go needs the full names of scripts, but `\p{Script=...}` in JavaScript also
// takes codes of four letters. So a name of four letters counts only if it is the full name of a script.
const CATEGORY = /^(?:Any|C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;
const SHORT_SCRIPTS = /^(?:Ahom|Cham|Kawi|Lisu|Modi|Newa|Thai|Toto)$/;

function isUnicodeClass(name: string): boolean {
  if (CATEGORY.test(name)) return true;
  if (!/^[A-Z][A-Za-z_]+$/.test(name) || (name.length === 4 && !SHORT_SCRIPTS.test(name))) return false;
  try {
    return RegExp(`\\p{Script=${name}}`, "u").test("") || true;
  } catch {
    return false;
  }
}

/** The match of a sticky expression at a position. */
export function match(expression: RegExp, text: string, at: number): RegExpExecArray | undefined {
  expression.lastIndex = at;
  return expression.exec(text) ?? undefined;
}
