import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLocal, startLocal } from "@flytekit-ts/local-exec";
import { readRun, resumeLocal } from "@flytekit-ts/local-exec/journal";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expect, it } from "vitest";

it("a run with a cache and a journal goes on, and takes each outcome from where it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cached-resumed-"));
  const options = { journal: join(folder, "runs"), cache: join(folder, "cache") };
  const path = join(folder, "made.txt");
  const ran: string[] = [];
  let isFailing = true;
  const make = task(
    { name: "make", inputs: { x: t.int() }, output: t.file(), cache: { version: "1" } },
    ({ x }) => {
      ran.push("make");
      writeFileSync(path, `made ${x}`);
      return path;
    },
  );
  const read = task({ name: "read", inputs: { file: t.file() }, output: t.string() }, ({ file }) => {
    ran.push("read");
    if (isFailing) throw new Error("not yet");
    return file.text();
  });
  const wf = workflow({ name: "w", inputs: { x: t.int() }, output: t.string() }, ({ x }) =>
    read({ file: make({ x }) }),
  );
  await runLocal(make, { x: 1 }, options);
  const run = startLocal(wf, { x: 1 }, options);
  await expect(run.result).rejects.toThrow("not yet");
  await expect(resumeLocal(wf, { ...options, run: run.id }).result).rejects.toThrow("not yet");
  expect(ran).toEqual(["make", "read", "read"]);
  expect((await readRun(options.journal, run.id)).nodes.get("n0")?.attempts[0]?.reused).toBe("cache");
  // Neither the journal nor the cache has the file any more.
  rmSync(path);
  isFailing = false;
  expect(await resumeLocal(wf, { ...options, run: run.id }).result).toBe("made 1");
  expect(ran).toEqual(["make", "read", "read", "make", "read"]);
  const [, miss] = (await readRun(options.journal, run.id)).nodes.get("n0")?.cache ?? [];
  expect(miss).toMatchObject({ kind: "cache-miss", reason: { kind: "file-gone" } });
});
