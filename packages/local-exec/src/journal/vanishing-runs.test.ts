import fs, { mkdtempSync, readdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t, task } from "@flytekit-ts/workflow";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLocal } from "../run/start-local.js";
import { pruneRuns } from "./prune-runs.js";
import { listRuns } from "./read/list-runs.js";

const originals = { ...fs };
const WAYS = ["readdirSync", "openSync", "renameSync"] as const;
type Way = (typeof WAYS)[number];

const one = task({ name: "one", output: t.int() }, () => 1);
let journal = "";
let ids: readonly string[] = [];

beforeEach(async () => {
  journal = mkdtempSync(join(tmpdir(), "vanishing-"));
  const runs = [];
  for (let count = 0; count < 3; count++) {
    const run = startLocal(one, {}, { journal });
    await run.result;
    runs.push(run.id);
  }
  ids = runs;
});
afterEach(() => change((way) => originals[way]));

/** Let another process delete the first run just before it is read or moved in this way. */
function deleteAt(wanted: Way): void {
  const folder = join(journal, ids[0] ?? "");
  change((way) => (...args: readonly unknown[]) => {
    if (way === wanted && String(args[0]).startsWith(folder))
      originals.rmSync(folder, { recursive: true, force: true });
    return Reflect.apply(originals[way], fs, args) as unknown;
  });
}

function change(to: (way: Way) => unknown): void {
  for (const way of WAYS) Reflect.set(fs, way, to(way));
  syncBuiltinESMExports();
}

describe("a run that another process deletes", () => {
  it.each(["readdirSync", "openSync"] as const)("while it is listed is not listed: %s", (way) => {
    deleteAt(way);
    expect(
      listRuns(journal)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.slice(1).toSorted());
  });

  it.each(WAYS)("while runs are pruned is no fault: %s", (way) => {
    deleteAt(way);
    const { runs } = pruneRuns(journal, { keep: 0 });
    expect(runs.toSorted()).toEqual(ids.slice(1).toSorted());
    expect(readdirSync(journal).filter((name) => name !== ".gitignore")).toEqual([]);
  });
});
