import type { CacheKeyParts, StoredBy } from "../../events/cache-reason.js";
import type { CacheKey } from "../key/key-of.js";
import type { Folders } from "./folders.js";
import { appendLine, lastLines } from "../disk/lines.js";

/** An execution whose result was stored, by the parts of its key. Digests are cut. */
export interface RecentExecution extends StoredBy {
  readonly key: string;
  readonly parts: Omit<CacheKeyParts, "task">;
}

const MOST = 50;
// After so many lines of its own, a process looks at the length of the file.
const OFTEN = 500;

/** The executions of one task whose results were stored last, of any process: with them a miss can say what differs. */
export class Recent {
  readonly #folders: Folders;
  readonly #task: string;
  #known: Promise<RecentExecution[]> | undefined;
  #evicted: Promise<ReadonlySet<string>> | undefined;
  #added = 0;

  constructor(folders: Folders, task: string) {
    this.#folders = folders;
    this.#task = task;
  }

  /** The oldest first. */
  executions(): Promise<readonly RecentExecution[]> {
    return this.#load();
  }

  /** Whether the result with a key was evicted. */
  async wasEvicted(key: string): Promise<boolean> {
    this.#evicted ??= lastLines(this.#folders.evicted(this.#task)).then((lines) => new Set(lines));
    return (await this.#evicted).has(cut(key));
  }

  async add({ key, parts }: CacheKey, by: StoredBy): Promise<void> {
    const inputs = Object.fromEntries(
      Object.entries(parts.inputs).map(([name, digest]) => [name, cut(digest)]),
    );
    const execution: RecentExecution = {
      key: cut(key),
      ...by,
      parts: { version: parts.version, interface: cut(parts.interface), inputs },
    };
    const known = await this.#load();
    known.push(execution);
    if (known.length > MOST) known.shift();
    await appendLine(this.#folders.recent(this.#task), JSON.stringify(execution));
    this.#added += 1;
    if (this.#added % OFTEN === 0) await lastLines(this.#folders.recent(this.#task));
  }

  #load(): Promise<RecentExecution[]> {
    this.#known ??= lastLines(this.#folders.recent(this.#task)).then((lines) =>
      lines.slice(-MOST).flatMap((line) => toExecution(line) ?? []),
    );
    return this.#known;
  }
}

/** The beginning of a digest, which is enough to tell a few from each other. */
export function cut(digest: string): string {
  return digest.slice(0, 16);
}

// Lines may be torn, or of another program.
function toExecution(line: string): RecentExecution | undefined {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isExecution(read) ? read : undefined;
}

function isExecution(value: unknown): value is RecentExecution {
  if (!isObject(value) || !isObject(value["parts"])) return false;
  const { key, run, at, parts } = value;
  const { version, interface: types, inputs } = parts;
  return (
    [key, run, version, types].every((each) => typeof each === "string") &&
    typeof at === "number" &&
    Math.abs(at) <= LATEST &&
    isObject(inputs)
  );
}

// The latest time that `Date` knows.
const LATEST = 8.64e15;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
