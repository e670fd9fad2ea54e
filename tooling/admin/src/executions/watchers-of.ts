import type { ExecutionBackend, Watchers } from "./backend.js";

/** Watchers to which others can be added, and taken away again. */
export function watchersOf(): ExecutionBackend["watchers"] {
  const all = new Set<Partial<Watchers>>();
  return {
    add: (watchers) => {
      all.add(watchers);
      return () => void all.delete(watchers);
    },
    onCreated: (id) => {
      for (const each of [...all]) each.onCreated?.(id);
    },
    onAborted: (id, cause) => {
      for (const each of [...all]) each.onAborted?.(id, cause);
    },
    onSignal: (id) => {
      for (const each of [...all]) each.onSignal?.(id);
    },
    onEnded: (id) => {
      for (const each of [...all]) each.onEnded?.(id);
    },
  };
}
