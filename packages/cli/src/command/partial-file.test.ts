import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import { throughPartial } from "./partial-file.js";

it("gives a file its name when it is whole, also one with the longest name", async () => {
  const path = join(temporaryFolder(), "n".repeat(255));
  await throughPartial(path, async (partial) => {
    writeFileSync(partial, "a part");
    expect(() => readFileSync(path)).toThrow("ENOENT");
    await writeFile(partial, "all of it");
  });
  expect(readFileSync(path, "utf8")).toBe("all of it");
});

it("leaves the old file, and nothing else, where the new one fails", async () => {
  const folder = temporaryFolder({ "a.bin": "old" });
  const failing = throughPartial(join(folder, "a.bin"), async (partial) => {
    writeFileSync(partial, "a part");
    throw new Error("no more");
  });
  await expect(failing).rejects.toThrow("no more");
  expect(readdirSync(folder)).toEqual(["a.bin"]);
  expect(readFileSync(join(folder, "a.bin"), "utf8")).toBe("old");
});

it("removes what is being written where the process exits", async () => {
  const folder = temporaryFolder();
  const written = throughPartial(join(folder, "a.bin"), async (partial) => {
    writeFileSync(partial, "a part");
    for (const each of process.listeners("exit")) if (each.name === "undoAll") each(0);
    expect(readdirSync(folder)).toEqual([]);
  });
  await expect(written).rejects.toThrow("ENOENT");
});
