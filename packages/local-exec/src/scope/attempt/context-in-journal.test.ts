import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf } from "../../../test/support/runs.js";
import { runLocal, startLocal } from "../../entries/index.js";
import { resumeLocal } from "../../entries/journal.js";

const newFolder = (): string => mkdtempSync(join(tmpdir(), "context-journal-"));
const textIn = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? "" : new TextDecoder().decode(bytes);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

describe("the context of tasks in a run with a journal", () => {
  it("finds the checkpoint of the process before, however often the run is resumed", async () => {
    const journal = newFolder();
    const found: string[] = [];
    let stop: () => void = () => {};
    const count = task(
      { name: "count", inputs: { x: t.int() }, output: t.string() },
      async ({ x }, { checkpoint }) => {
        const before = textIn(await checkpoint.read());
        found.push(before);
        await checkpoint.write(`${before}${x}`);
        if (before.length === 2) return before;
        stop();
        return new Promise<string>(() => {});
      },
    );
    const wf = workflow({ name: "wf", output: t.list(t.string()) }, () => mapTask(count)({ x: [7] }));
    const first = startLocal(wf, {}, { journal });
    stop = () => first.cancel();
    await expect(first.result).rejects.toMatchObject({ code: "RUN_ABORTED" });
    const second = resumeLocal(wf, { journal, run: first.id });
    stop = () => second.cancel();
    await expect(second.result).rejects.toMatchObject({ code: "RUN_ABORTED" });
    const third = resumeLocal(wf, { journal, run: first.id });
    expect(await third.result).toEqual(["77"]);
    expect(found).toEqual(["", "7", "77"]);
  });

  it("keeps decks in the folder of the run, and leaves no secret there", async () => {
    const journal = newFolder();
    const value = 'planted "secret" 4711';
    const leak = task(
      { name: "leak", secrets: [{ key: "token" }], deck: true, retries: 1 },
      (_inputs, { secrets, logger, deck, attempt }) => {
        const token = secrets.get("token");
        logger.info(`a ${token}`, { [token]: token, list: [token] });
        deck.text(`d ${token}`);
        deck.append({ title: token, html: `<b>${token}</b>` });
        if (attempt === 0) throw Object.assign(new Error(`e ${token}`), { cause: new Error(token) });
      },
    );
    const run = startLocal(leak, {}, { journal, logger: false, secrets: () => value });
    await run.result;
    const folder = join(journal, run.id);
    const decks = (await eventsOf(run)).flatMap((event) => ("deck" in event ? [event.deck ?? ""] : []));
    expect(decks).toHaveLength(2);
    for (const deck of decks) expect([deck.startsWith(folder), existsSync(deck)]).toEqual([true, true]);
    const files = filesIn(journal);
    expect(files.length).toBeGreaterThan(3);
    const written = files.map((file) => readFileSync(file, "utf8")).join("\n");
    expect(written).toContain("a ***");
    expect(written).not.toMatch(/planted|4711/);
  });

  it("writes nothing of its own where tasks use none of it", async () => {
    const journal = newFolder();
    const plain = task({ name: "plain" }, () => {});
    await runLocal(plain, {}, { journal });
    expect(filesIn(journal).filter((file) => file.includes("nodes"))).toEqual([]);
  });
});
