import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dynamic, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";
import { listRuns, readRun, rerunLocal, resumeLocal } from "../entries/journal.js";

let folder = "";
let warnings: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "optional-"));
  warnings = [];
});
const quiet = (): void => {};
const logger = {
  debug: quiet,
  info: quiet,
  warn: (text: string) => void warnings.push(text),
  error: quiet,
};
const long = "x".repeat(5000);
const echo = task({ name: "echo", inputs: { x: t.string() }, output: t.string() }, ({ x }) => x);
const made = dynamic({ name: "made", inputs: { x: t.string() }, output: t.string() }, ({ x }) => echo({ x }));
const wreck = task({ name: "wreck", inputs: { x: t.string() }, output: t.string() }, async ({ x }) => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 150));
  return x;
});
const wf = workflow({ name: "wf", inputs: { x: t.string() }, output: t.string() }, ({ x }) =>
  made({ x: echo({ x: wreck({ x: echo({ x }) }) }) }),
);

describe("a journal that is optional", () => {
  it("does not end a run for which it cannot be begun", async () => {
    writeFileSync(join(folder, "file"), "");
    const journal = join(folder, "file", "runs");
    expect(await runLocal(echo, { x: long }, { journal, journaling: "optional", logger })).toBe(long);
    expect(warnings).toEqual([expect.stringContaining("The run goes on, but is not kept in")]);
    expect(await failureOf(runLocal(echo, { x: long }, { journal }))).toMatchObject({
      code: "JOURNAL_NOT_WRITTEN",
    });
  });

  it.each(["process", "disk"] as const)(
    "does not end a run during which it breaks, and says so once: %s",
    async (durability) => {
      const options = { journal: join(folder, "runs"), durability, journaling: "optional", logger } as const;
      expect(await runLocal(wf, { x: long }, options)).toBe(long);
      expect(warnings).toEqual([expect.stringContaining("was deleted while the run was going on")]);
    },
  );

  it("is needed by a run that goes on with another", async () => {
    const options = { journal: join(folder, "none"), journaling: "optional", logger } as const;
    expect(() => resumeLocal(echo, { ...options, run: "x" })).toThrow("RUN_NOT_FOUND");
    expect(() => rerunLocal(echo, { ...options, run: "x", from: "n0" })).toThrow("RUN_NOT_FOUND");
  });
});

describe("the labels of a run", () => {
  it("are kept with it", async () => {
    const labels = { from: "a test" };
    const run = startLocal(echo, { x: "1" }, { journal: folder, labels });
    await run.result;
    expect(listRuns(folder)).toMatchObject([{ labels }]);
    expect((await readRun(folder, run.id)).header.labels).toEqual(labels);
    const again = rerunLocal(echo, { journal: folder, run: run.id, from: "n0", labels: { from: "here" } });
    await again.result;
    expect((await readRun(folder, again.id)).header.labels).toEqual({ from: "here" });
  });

  it.each([
    [{ labels: { a: 1 } }, "labels"],
    [{ labels: "a" }, "labels"],
    [{ journaling: "no" }, "journaling"],
    [{ journal: undefined, labels: { a: "b" } }, "labels"],
    [{ journal: undefined, journaling: "optional" }, "journaling"],
  ])("are refused: %o", async (options, option) => {
    const error = await failureOf(runLocal(echo, { x: "1" }, { journal: folder, ...(options as object) }));
    expect(error).toMatchObject({ code: "OPTION_INVALID", params: { option } });
  });
});
