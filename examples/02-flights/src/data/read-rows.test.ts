import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRows } from "./read-rows.js";

describe("readRows", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "flights-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function write(text: string): Promise<string> {
    const path = join(folder, "rows.json");
    await writeFile(path, text);
    return path;
  }

  it("gives the rows of a JSON array", async () => {
    expect(await readRows(await write('[{"delay":1},2]'))).toEqual([{ delay: 1 }, 2]);
  });

  it("names a file that is missing", async () => {
    const path = join(folder, "missing.json");
    await expect(readRows(path)).rejects.toMatchObject({ code: "ENOENT", path });
  });

  it("names a file that is not JSON, and keeps the cause", async () => {
    const path = await write("delay,distance");
    await expect(readRows(path)).rejects.toMatchObject({
      name: "SyntaxError",
      message: `${path}: not JSON`,
      cause: expect.any(SyntaxError),
    });
  });

  it("names a file that holds no array", async () => {
    const path = await write("{}");
    await expect(readRows(path)).rejects.toThrow(`${path}: expected a JSON array of flights`);
  });
});
