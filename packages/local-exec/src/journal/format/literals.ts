import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { ContentStore } from "../../cache/store/content-store.js";
import type { Codecs } from "./codecs.js";
import { toBase64 } from "./codecs.js";
import { fetchContent } from "./fetch-content.js";
import { quoted } from "./quoted.js";
import { smallIntToBytes } from "./small-int.js";
import type { RecordedLiteral, RecordedLiterals } from "./records.js";

/** Literals of more bytes are in the content store, once for all records that need them. */
export const LARGE = 4096;

const RECENT = 4;

const smallInt = Buffer.alloc(16);

interface Recent {
  literal: idl.Literal | undefined;
  text: string;
}

/** Literals as they are recorded, and back. */
export class LiteralsOnDisk {
  readonly #codecs: Codecs;
  readonly #content: ContentStore;
  readonly #flush: boolean;
  /** Those that are in the content store: to write them again would take long. */
  readonly #large = new WeakMap<idl.Literal, RecordedLiteral>();
  /** The last few others: what a node gives, the next one takes. A map of all would cost more than it saves. */
  readonly #recent: Recent[] = Array.from({ length: RECENT }, () => ({ literal: undefined, text: "" }));
  #next = 0;

  constructor(codecs: Codecs, content: ContentStore, flush = false) {
    this.#codecs = codecs;
    this.#content = content;
    this.#flush = flush;
  }

  /** At once, unless one of them has to be written to the content store. */
  toRecorded(literals: Literals): RecordedLiterals | Promise<RecordedLiterals> {
    const entries: [string, RecordedLiteral][] = [];
    let large: Map<string, Promise<RecordedLiteral>> | undefined;
    for (const [name, literal] of literals) {
      const recorded = this.#recorded(literal);
      if (recorded instanceof Uint8Array)
        large = (large ?? new Map()).set(name, this.#store(literal, recorded));
      else entries.push([name, recorded]);
    }
    return large === undefined ? Object.fromEntries(entries) : withLarge(entries, large);
  }

  /** The same as a text of JSON, made without the objects. */
  toText(literals: Literals): string | Promise<string> {
    let text = "{";
    for (const [name, literal] of literals) {
      const recorded = this.#recorded(literal);
      if (recorded instanceof Uint8Array) return this.#textOf(literals);
      if (text.length > 1) text += ",";
      // Base64 has nothing that JSON escapes.
      text += `${quoted(name)}:${typeof recorded === "string" ? `"${recorded}"` : JSON.stringify(recorded)}`;
    }
    return `${text}}`;
  }

  async #textOf(literals: Literals): Promise<string> {
    return JSON.stringify(await this.toRecorded(literals));
  }

  /** @throws `JOURNAL_CONTENT_LOST`, `IDL_MALFORMED` */
  async fromRecorded(recorded: RecordedLiterals, run: string): Promise<Literals> {
    const literals = new Map<string, idl.Literal>();
    for (const [name, each] of Object.entries(recorded)) {
      const bytes =
        typeof each === "string"
          ? Buffer.from(each, "base64")
          : await fetchContent(this.#content, each.sha256, run);
      const literal = this.#codecs.literalFromBytes(bytes);
      if (typeof each === "object") this.#large.set(literal, each);
      literals.set(name, literal);
    }
    return literals;
  }

  // The bytes of a literal that has to be stored first.
  #recorded(literal: idl.Literal): RecordedLiteral | Uint8Array {
    for (const each of this.#recent) if (each.literal === literal) return each.text;
    const large = this.#large.get(literal);
    if (large !== undefined) return large;
    const size = smallIntToBytes(literal, smallInt);
    if (size !== undefined) return this.#keep(literal, smallInt.toString("base64", 0, size));
    const bytes = this.#codecs.literalToBytes(literal);
    return bytes.length > LARGE ? bytes : this.#keep(literal, toBase64(bytes));
  }

  #keep(literal: idl.Literal, text: string): string {
    const recent = this.#recent[this.#next];
    if (recent !== undefined) {
      recent.literal = literal;
      recent.text = text;
    }
    this.#next = (this.#next + 1) % RECENT;
    return text;
  }

  async #store(literal: idl.Literal, bytes: Uint8Array): Promise<RecordedLiteral> {
    const recorded = {
      sha256: await this.#content.put(bytes, { flush: this.#flush }),
      bytes: bytes.length,
    };
    this.#large.set(literal, recorded);
    return recorded;
  }
}

async function withLarge(
  entries: readonly [string, RecordedLiteral][],
  large: ReadonlyMap<string, Promise<RecordedLiteral>>,
): Promise<RecordedLiterals> {
  const stored = await Promise.all([...large].map(async ([name, each]) => [name, await each] as const));
  return Object.fromEntries([...entries, ...stored]);
}

/** Whether two sets of literals are equal. What is recorded alike is equal: the bytes of equal messages are. */
export function areEqual(a: RecordedLiterals, b: RecordedLiterals): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]));
}

function isSame(a: RecordedLiteral | undefined, b: RecordedLiteral | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.sha256 === b.sha256;
}
