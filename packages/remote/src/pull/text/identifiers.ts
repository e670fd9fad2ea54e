const KEYWORDS = `
  abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare
  default delete do else enum eval export extends false finally for from function get global globalThis if implements
  import in infer instanceof interface intrinsic is keyof let module namespace never new null number object of out
  override package private protected public readonly require return satisfies set static string super switch symbol
  this throw true try type typeof undefined unique unknown using var void while with yield`;

// What the module itself says, and what it imports.
const USED = `Date Map Uint8Array NaN Infinity BigInt Object Promise exports t referenceTask referenceLaunchPlan
  registeredAs unknownType`;

/** Names that nothing in a module can have. */
export const RESERVED: ReadonlySet<string> = new Set(`${KEYWORDS} ${USED}`.trim().split(/\s+/));

/** A name as an identifier: what no identifier has, joins its words. Empty if nothing is left. */
export function identifierOf(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[^\p{ID_Continue}$]+/u)
    .filter((word) => word !== "");
  const [first = "", ...others] = words;
  const joined = first + others.map(capitalized).join("");
  return joined === "" || /^[\p{ID_Start}$_]/u.test(joined) ? joined : `_${joined}`;
}

/** The same, beginning with a capital, as classes do. */
export function classNameOf(name: string): string {
  return capitalized(identifierOf(name)) || "Record";
}

function capitalized(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** The names of a module: each is given once. */
export class Names {
  readonly #taken = new Set(RESERVED);

  isFree(name: string): boolean {
    return name !== "" && !this.#taken.has(name);
  }

  /** The first of these names that is free, or the last with a number. */
  take(...wishes: readonly [string, ...string[]]): string {
    const free = wishes.find((wish) => this.isFree(wish)) ?? this.#numbered(wishes.at(-1) ?? wishes[0]);
    this.#taken.add(free);
    return free;
  }

  #numbered(wish: string): string {
    const stem = wish === "" ? "_" : wish;
    if (RESERVED.has(stem) && this.isFree(`${stem}_`)) return `${stem}_`;
    let number = 2;
    while (!this.isFree(`${stem}${number}`)) number += 1;
    return `${stem}${number}`;
  }
}
