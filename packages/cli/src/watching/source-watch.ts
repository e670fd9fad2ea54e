import { type FSWatcher, readFileSync, watch } from "node:fs";
import { dirname, join } from "node:path";

// Editors write a file in several steps.
const SETTLED = 15;

/**
 * Watches files for other contents.
 *
 * Folders are watched rather than files: many editors save by renaming a new file, and then the old one is never heard of
 * again. What a folder tells is only a reason to look: a file has changed if its contents are others.
 */
export class SourceWatch {
  readonly #folders = new Map<string, FSWatcher>();
  #contents = new Map<string, string | undefined>();
  /** Whether a new source beside the others counts as a change, as where one is missing. */
  takesNew = false;
  #told: ((file: string) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Take the contents of files as they are now for the old ones, and watch them. */
  remember(files: Iterable<string>): void {
    this.#contents = new Map([...files].map((file) => [file, contentOf(file)]));
    this.watch(this.#contents.keys());
  }

  /** Watch more files. */
  watch(files: Iterable<string>): void {
    for (const file of files) {
      if (!this.#contents.has(file)) this.#contents.set(file, contentOf(file));
      const folder = dirname(file);
      if (this.#folders.has(folder)) continue;
      const watcher = watch(folder, (_, name) => {
        const file = name === null ? undefined : join(folder, name);
        if (file !== undefined && this.takesNew && SOURCE.test(file) && !this.#contents.has(file))
          this.#contents.set(file, undefined);
        this.#look();
      });
      // A folder that goes away takes its files along, which is seen by looking.
      watcher.on("error", () => this.#look());
      this.#folders.set(folder, watcher);
    }
  }

  /** The next file whose contents are others than those that are remembered. */
  async changed(): Promise<string> {
    return await new Promise((resolve) => {
      this.#told = resolve;
      this.#look();
    });
  }

  end(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const [file, content] of this.#contents)
        if (contentOf(file) !== content) {
          this.#told?.(file);
          return;
        }
    }, SETTLED);
  }
}

const SOURCE = /\.(?:[cm]?[jt]sx?|json)$/;

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It is gone, which is a change too.
    return undefined;
  }
}
