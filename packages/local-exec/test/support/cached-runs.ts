import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CacheHitReason, CacheMissReason, RunEvent } from "../../src/entries/index.js";

/** A folder that nothing else has, for a cache. */
export function newCacheDir(): string {
  return join(mkdtempSync(join(tmpdir(), "cache-")), "cache");
}

/** What a run told of its cache: the reasons, in order. */
export interface Heard {
  readonly onEvent: (event: RunEvent) => void;
  readonly reasons: (CacheHitReason | CacheMissReason)[];
  readonly words: string[];
}

/** A listener that keeps what is said of the cache. */
export function hearCache(): Heard {
  const reasons: (CacheHitReason | CacheMissReason)[] = [];
  const words: string[] = [];
  const onEvent = (event: RunEvent): void => {
    if (event.kind !== "cache-hit" && event.kind !== "cache-miss") return;
    reasons.push(event.reason);
    words.push(`${event.kind === "cache-hit" ? "hit" : "miss"}: ${event.words}`);
  };
  return { onEvent, reasons, words };
}
