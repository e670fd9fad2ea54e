import { expect, it } from "vitest";
import { runLocal } from "../../src/entries/index.js";
import { hearCache, newCacheDir } from "../support/cached-runs.js";
import { next } from "./auto-tasks.js";

it("a result is looked up here and computed in a worker", async () => {
  const cache = newCacheDir();
  const { reasons, onEvent } = hearCache();
  const heard: string[] = [];
  const options = {
    cache,
    isolation: "worker",
    onEvent: [onEvent, ({ kind }: { readonly kind: string }) => void heard.push(kind)],
  } as const;
  expect(await runLocal(next, { x: 1 }, options)).toBe(2);
  expect(await runLocal(next, { x: 1 }, options)).toBe(2);
  // And without a worker.
  expect(await runLocal(next, { x: 1 }, { cache, onEvent })).toBe(2);
  expect(reasons.map(({ kind }) => kind)).toEqual(["first-run", "found", "found"]);
  expect(heard.filter((kind) => kind === "node-started")).toHaveLength(1);
});
