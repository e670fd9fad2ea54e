import { describe, expect, it } from "vitest";
import type { RunEvent } from "../src/entries/index.js";
import { docsFolder } from "./support/example-folder.js";
import { readPage } from "./support/pages.js";

type Keys<E> = E extends RunEvent ? keyof E : never;
type Common = "at" | "runId" | "kind" | "node" | "name" | "item";
type Rest<K extends RunEvent["kind"]> = Exclude<Keys<Extract<RunEvent, { readonly kind: K }>>, Common>;

// The compiler refuses a kind or a field that is missing here, and one that there is not.
const kinds: { readonly [K in RunEvent["kind"]]: { readonly [F in Rest<K>]: true } } = {
  "run-started": { entity: true },
  "node-started": { entity: true, attempt: true, inputs: true, inputBytes: true, execution: true },
  "node-waiting": { entity: true, attempt: true, gate: true },
  "node-logged": { entity: true, attempt: true, level: true, message: true, fields: true },
  "cache-hit": { entity: true, key: true, parts: true, reason: true, words: true },
  "cache-miss": { entity: true, key: true, parts: true, reason: true, words: true },
  "cache-warning": { entity: true, error: true },
  "node-succeeded": {
    entity: true,
    attempt: true,
    duration: true,
    outputs: true,
    outputBytes: true,
    reused: true,
    usage: true,
    deck: true,
  },
  "node-failed": {
    entity: true,
    attempt: true,
    duration: true,
    error: true,
    retrying: true,
    backoff: true,
    usage: true,
    deck: true,
  },
  "node-skipped": { entity: true },
  "run-succeeded": { entity: true, duration: true, outputs: true, outputBytes: true },
  "run-failed": { entity: true, duration: true, error: true },
};

describe("the page about events", () => {
  const { text } = readPage(docsFolder("guide"), "events");
  const rows = new Map(
    [...text.matchAll(/^\| `((?:run|node|cache)-\w+)` +\|.*?\|(.*?)\|$/gm)].map(([, kind, fields = ""]) => [
      kind,
      [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => field),
    ]),
  );

  it("has a row for each kind of event", () => {
    expect(new Set(rows.keys())).toEqual(new Set(Object.keys(kinds)));
  });

  it.each(Object.entries(kinds))("names each field of %s", (kind, fields) => {
    // Those of nodes have `entity` by another sentence.
    const named = Object.keys(fields).filter((field) => field !== "entity" || kind.startsWith("run-"));
    expect(rows.get(kind)?.toSorted()).toEqual(named.toSorted());
  });
});
