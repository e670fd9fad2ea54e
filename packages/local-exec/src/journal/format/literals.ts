import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { ContentStore } from "../../cache/store/content-store.js";
import { errors } from "../../errors.js";
import type { Codecs } from "./codecs.js";
import { toBase64 } from "./codecs.js";
import type { RecordedLiteral, RecordedLiterals } from "./records.js";

/** Literals of more bytes are in the content store, once for all records that need them. */
export const LARGE = 4096;

/** Literals as they are recorded, and back. */
export class LiteralsOnDisk {
  readonly #codecs: Codecs;
  readonly #content: ContentStore;
  readonly #flush: boolean;
  /** What a node gives, other nodes take: most literals are recorded more than once. */
  readonly #known = new WeakMap<idl.Literal, RecordedLiteral>();

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
      const recorded = this.#known.get(literal) ?? this.#record(literal);
      if (recorded instanceof Promise) large = (large ?? new Map()).set(name, recorded);
      else entries.push([name, recorded]);
    }
    return large === undefined ? Object.fromEntries(entries) : withLarge(entries, large);
  }

  /** The same as a text of JSON, made without the objects. */
  toText(literals: Literals): string | Promise<string> {
    let text = "{";
    for (const [name, literal] of literals) {
      const recorded = this.#known.get(literal) ?? this.#record(literal);
      if (recorded instanceof Promise) return this.#textOf(literals);
      if (text.length > 1) text += ",";
      // Base64 has nothing that JSON escapes.
      text += `${JSON.stringify(name)}:${typeof recorded === "string" ? `"${recorded}"` : JSON.stringify(recorded)}`;
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
        typeof each === "string" ? Buffer.from(each, "base64") : await this.#fetch(each.sha256, run);
      const literal = this.#codecs.literalFromBytes(bytes);
      this.#known.set(literal, each);
      literals.set(name, literal);
    }
    return literals;
  }

  #record(literal: idl.Literal): RecordedLiteral | Promise<RecordedLiteral> {
    const bytes = this.#codecs.literalToBytes(literal);
    if (bytes.length > LARGE) return this.#store(literal, bytes);
    const text = toBase64(bytes);
    this.#known.set(literal, text);
    return text;
  }

  async #store(literal: idl.Literal, bytes: Uint8Array): Promise<RecordedLiteral> {
    const recorded = {
      sha256: await this.#content.put(bytes, { flush: this.#flush }),
      bytes: bytes.length,
    };
    this.#known.set(literal, recorded);
    return recorded;
  }

  async #fetch(digest: string, run: string): Promise<Uint8Array> {
    let problem = "it is not there, or it has changed";
    try {
      const bytes = await this.#content.get(digest);
      if (bytes !== undefined) return bytes;
    } catch (cause) {
      problem = cause instanceof Error ? cause.message : problem;
    }
    throw errors.JOURNAL_CONTENT_LOST({ run, digest, problem });
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
