import { type Data, type DataRead, DEEPEST, MOST_DIGITS } from "./data.js";

/** Reads a text of JSON, as Python does: with `NaN` and `Infinity`, and of a key that is there twice the last value counts. */
export function parseJson(text: string): DataRead {
  const reader = new JsonReader(text);
  const data = reader.document();
  const { fault } = reader;
  return fault === undefined
    ? { data }
    : { problem: `it is not JSON (${fault.what} ${placeOf(text, fault.at)})` };
}

function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  const column = (before.at(-1) ?? "").length + 1;
  return before.length === 1 ? `at character ${column}` : `in line ${before.length}, at character ${column}`;
}

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORD = /null|true|false|NaN|-?Infinity/y;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];

const WORDS: ReadonlyMap<string, Data> = new Map<string, Data>([
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

class JsonReader {
  fault: { readonly what: string; readonly at: number } | undefined;
  #at = 0;
  #depth = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Data {
    const data = this.#value();
    this.#take(BLANKS);
    return this.#at < this.#text.length ? this.#fail("something follows") : data;
  }

  #value(): Data {
    this.#take(BLANKS);
    const next = this.#text[this.#at];
    if (next === "{") return this.#nested(() => this.#object());
    if (next === "[") return this.#nested(() => this.#list());
    if (next === '"') return this.#string();
    const word = this.#take(WORD)?.[0];
    return word === undefined ? this.#number() : (WORDS.get(word) ?? null);
  }

  #nested(read: () => Data): Data {
    if (this.#depth === DEEPEST) return this.#fail(`it is nested more than ${DEEPEST} levels deep`);
    this.#depth += 1;
    this.#at += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #list(): Data {
    const items: Data[] = [];
    if (this.#isNext("]")) return items;
    do items.push(this.#value());
    while (this.#isNext(","));
    this.#expect("]");
    return items;
  }

  #object(): Data {
    const entries = new Map<string, Data>();
    if (this.#isNext("}")) return entries;
    do {
      this.#take(BLANKS);
      if (this.#text[this.#at] !== '"') return this.#fail("a name in double quotes should stand");
      const key = this.#string() ?? "";
      this.#expect(":");
      entries.set(key, this.#value());
    } while (this.#isNext(","));
    this.#expect("}");
    return entries;
  }

  #string(): string | null {
    const start = this.#at;
    let end = start + 1;
    // A loop and no pattern, which would exhaust its stack on a long string.
    for (; end < this.#text.length && this.#text.charCodeAt(end) !== QUOTE; end += 1)
      if (this.#text.charCodeAt(end) === BACKSLASH) end += 1;
    this.#at = end + 1;
    try {
      return JSON.parse(this.#text.slice(start, end + 1)) as string;
    } catch {
      return this.#fail("a string is broken, which begins", start);
    }
  }

  #number(): bigint | number | null {
    const start = this.#at;
    const [found = "", fraction, exponent] = this.#take(NUMBER) ?? [];
    if (found === "")
      return this.#fail(start >= this.#text.length ? "a value is missing" : "no value stands");
    if (fraction !== undefined || exponent !== undefined) return Number(found);
    if (found.length > MOST_DIGITS) return this.#fail("an integer is too long", start);
    return BigInt(found);
  }

  #isNext(mark: string): boolean {
    this.#take(BLANKS);
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #expect(mark: string): void {
    if (!this.#isNext(mark)) this.#fail(`${mark} should stand`);
  }

  #take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text);
    if (found !== null) this.#at = form.lastIndex;
    return found ?? undefined;
  }

  // The first fault counts. Behind it, the reader is at the end, where everything ends.
  #fail(what: string, at: number = this.#at): null {
    this.fault ??= { what, at: Math.min(at, this.#text.length) };
    this.#at = this.#text.length;
    return null;
  }
}
