import type { ExecutionId } from "@flytekit-ts/core";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { watchingErrors as errors } from "../errors/watching-errors.js";

/** What was told about a node, a task or an item: the phase, and a digest of the rest. */
export interface Mark {
  readonly phase: string;
  readonly digest: string;
}

type Entry = readonly [key: string, phase: string, digest: string];

/** Cursors have a version: those of other versions may have other digests. */
const VERSION = 1;

/**
 * What has been told, in order. A cursor says all of it, so whoever goes on from it is told nothing twice and misses nothing,
 * however long ago that was: clusters keep states, and no history of them.
 */
export class Told {
  readonly #execution: ExecutionId;
  readonly #marks = new Map<string, Mark>();
  readonly #log: Entry[] = [];

  constructor(execution: ExecutionId, cursor?: string) {
    this.#execution = execution;
    for (const entry of cursor === undefined ? [] : entriesOf(cursor, execution)) this.#add(entry);
  }

  get(key: string): Mark | undefined {
    return this.#marks.get(key);
  }

  set(key: string, { phase, digest }: Mark): void {
    this.#add([key, phase, digest]);
  }

  /** What gives the cursor of all that has been told up to now, when it is asked for. */
  cursor(): () => string {
    const end = this.#log.length;
    return () => {
      const marks = new Map(this.#log.slice(0, end).map((entry) => [entry[0], entry]));
      const text = JSON.stringify([VERSION, nameOf(this.#execution), [...marks.values()]]);
      return deflateRawSync(text).toString("base64url");
    };
  }

  #add(entry: Entry): void {
    const [key, phase, digest] = entry;
    this.#marks.set(key, { phase, digest });
    this.#log.push(entry);
  }
}

function nameOf({ project, domain, name }: ExecutionId): string {
  return `${project}/${domain}/${name}`;
}

/** More than the cursor of an execution of a million nodes has. A smaller text could fill the memory. */
const LARGEST = 256 * 2 ** 20;

function entriesOf(cursor: string, execution: ExecutionId): readonly Entry[] {
  const [version, name, entries] = partsOf(cursor);
  if (version !== VERSION)
    throw errors.CURSOR_INVALID({ problem: "another version of this package made it" });
  if (name !== nameOf(execution))
    throw errors.CURSOR_INVALID({ problem: `it is of ${String(name)}, and not of ${nameOf(execution)}` });
  if (!Array.isArray(entries) || !entries.every(isEntry)) throw unreadable();
  return entries;
}

function partsOf(cursor: unknown): readonly unknown[] {
  if (typeof cursor !== "string") throw unreadable();
  try {
    const bytes = inflateRawSync(Buffer.from(cursor, "base64url"), { maxOutputLength: LARGEST });
    const parts: unknown = JSON.parse(bytes.toString("utf8"));
    if (Array.isArray(parts)) return parts;
  } catch (cause) {
    throw unreadable(cause);
  }
  throw unreadable();
}

function unreadable(cause?: unknown): Error {
  return errors.CURSOR_INVALID({ problem: "it cannot be read" }, cause === undefined ? undefined : { cause });
}

function isEntry(entry: unknown): entry is Entry {
  return Array.isArray(entry) && entry.length === 3 && entry.every((part) => typeof part === "string");
}
