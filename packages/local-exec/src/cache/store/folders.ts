import { join } from "node:path";
import { digestOf } from "../disk/digest-of.js";

/**
 * Where the parts of a cache are. All of them are below a folder that only a cache has: clearing a cache whose folder
 * was named wrongly deletes nothing else.
 */
export class Folders {
  readonly root: string;

  constructor(dir: string) {
    this.root = join(dir, "flytekit-ts-results-v1");
  }

  get tasks(): string {
    return join(this.root, "tasks");
  }

  get content(): string {
    return join(this.root, "content");
  }

  get locks(): string {
    return join(this.root, "locks");
  }

  /** A file that has a byte for each kB that was written since the last look at the whole cache. */
  get growth(): string {
    return join(this.root, "growth");
  }

  /** The folder of one task. Names may be longer than names of files, and may differ only by case. */
  task(name: string): string {
    return join(this.tasks, digestOf(name).slice(0, 32));
  }

  entries(task: string): string {
    return join(this.task(task), ENTRIES);
  }

  entry(task: string, key: string): string {
    return join(this.entries(task), key);
  }

  recent(task: string): string {
    return join(this.task(task), RECENT);
  }

  evicted(task: string): string {
    return join(this.task(task), EVICTED);
  }
}

/** The names of what is in the folder of a task. */
export const ENTRIES = "entries";
export const RECENT = "recent";
export const EVICTED = "evicted";
