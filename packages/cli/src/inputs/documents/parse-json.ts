import { type Data, type DataRead, DEEPEST, MOST_DIGITS } from "./data.js";

/** Reads a text of JSON, as Python does: with `NaN` and `Infinity`, and of a key that is there twice the last value counts. */
export function parseJson(text: string): DataRead {
  const reader = new JsonReader(text);
  try {
    return { data: reader.document() };
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    return { problem: `it is no JSON (${fault.message} ${placeOf(text, fault.at)})` };
  }
}

class JsonFault extends SyntaxError {
  readonly at: number;

  constructor(what: string, at: number) {
    super(what);
    this.at = at;
  }
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
  #at = 0;
  #depth = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Data {
    const data = this.#value();
    this.#take(BLANKS);
    if (this.#at < this.#text.length) throw this.#fault("something follows");
    return data;
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

  #nested<T>(read: () => T): T {
    if (this.#depth === DEEPEST) throw this.#fault(`it is nested more than ${DEEPEST} levels deep`);
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
      if (this.#text[this.#at] !== '"') throw this.#fault("a name in double quotes should stand");
      const key = this.#string();
      this.#expect(":");
      entries.set(key, this.#value());
    } while (this.#isNext(","));
    this.#expect("}");
    return entries;
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    // A loop and no pattern, which would exhaust its stack on a long string.
    for (; end < this.#text.length && this.#text.charCodeAt(end) !== QUOTE; end += 1)
      if (this.#text.charCodeAt(end) === BACKSLASH) end += 1;
    this.#at = end + 1;
    try {
      return JSON.parse(this.#text.slice(start, end + 1)) as string;
    } catch {
      throw new JsonFault("a string is broken, which begins", start);
    }
  }

  #number(): bigint | number {
    const start = this.#at;
    const [found = "", fraction, exponent] = this.#take(NUMBER) ?? [];
    if (found === "")
      throw this.#fault(this.#at >= this.#text.length ? "a value is missing" : "no value stands");
    if (fraction !== undefined || exponent !== undefined) return Number(found);
    if (found.length > MOST_DIGITS) throw new JsonFault("an integer is too long", start);
    return BigInt(found);
  }

  #isNext(mark: string): boolean {
    this.#take(BLANKS);
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #expect(mark: string): void {
    if (!this.#isNext(mark)) throw this.#fault(`${mark} should stand`);
  }

  #take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text);
    if (found !== null) this.#at = form.lastIndex;
    return found ?? undefined;
  }

  #fault(what: string): JsonFault {
    return new JsonFault(what, this.#at);
  }
}
