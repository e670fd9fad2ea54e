import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { tempFolder } from "../../test/support/temp-folder.js";

/** What a disk says of a link; undefined on one that can make it. */
const disk = vi.hoisted((): { link?: (path: string) => Promise<void> } => ({}));
vi.mock(import("node:fs/promises"), async (original) => {
  const fs = await original();
  const link: typeof fs.link = (from, to) => disk.link?.(String(from)) ?? fs.link(from, to);
  return { ...fs, link };
});
// Another test in this process may have loaded it with another disk.
vi.resetModules();
const { writePackage } = await import("./write-package.js");
afterEach(() => {
  delete disk.link;
});

const made = { bytes: Buffer.from("archive") };

describe("writePackage", () => {
  it("writes all of it, and nothing else", async () => {
    const folder = tempFolder();
    const path = await writePackage(made, join(folder, "p.tgz"));
    expect(path).toBe(join(folder, "p.tgz"));
    expect(readFileSync(path, "utf8")).toBe("archive");
    expect(readdirSync(folder)).toEqual(["p.tgz"]);
  });

  it("leaves what is there, unless it is told otherwise", async () => {
    const folder = tempFolder({ "p.tgz": "old" });
    const path = join(folder, "p.tgz");
    await expect(writePackage(made, path)).rejects.toMatchObject({
      code: "PACKAGE_EXISTS",
      params: { path },
    });
    expect(readFileSync(path, "utf8")).toBe("old");
    await writePackage(made, path, { overwrite: true });
    expect(readFileSync(path, "utf8")).toBe("archive");
    expect(readdirSync(folder)).toEqual(["p.tgz"]);
  });

  it("leaves the first of two that write at once", async () => {
    const path = join(tempFolder(), "p.tgz");
    const ended = await Promise.allSettled([writePackage(made, path), writePackage(made, path)]);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  describe("on a disk without hard links", () => {
    // EPERM is what exFAT said of a real disk.
    const refuse = (code: string) => async (): Promise<void> => {
      throw Object.assign(new Error(`${code}: no links here, link 'a' -> 'b'`), { code });
    };

    it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"])(
      "writes all of it, and leaves what is there: %s",
      async (code) => {
        disk.link = refuse(code);
        const folder = tempFolder({ "old.tgz": "old" });
        const path = await writePackage(made, join(folder, "p.tgz"));
        expect(readFileSync(path, "utf8")).toBe("archive");
        for (const name of ["old.tgz", "p.tgz"])
          await expect(writePackage({ bytes: Buffer.from("new") }, join(folder, name))).rejects.toMatchObject(
            {
              code: "PACKAGE_EXISTS",
            },
          );
        expect(readFileSync(join(folder, "old.tgz"), "utf8")).toBe("old");
        expect(readFileSync(path, "utf8")).toBe("archive");
        expect(readdirSync(folder)).toEqual(["old.tgz", "p.tgz"]);
      },
    );

    it("leaves nothing where the archive cannot take its place", async () => {
      disk.link = async (part) => {
        rmSync(part);
        await refuse("EPERM")();
      };
      const folder = tempFolder();
      await expect(writePackage(made, join(folder, "p.tgz"))).rejects.toMatchObject({
        code: "PACKAGE_NOT_WRITTEN",
      });
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it.each([
    ["a folder that is not there", (folder: string) => join(folder, "gone/p.tgz")],
    ["a file in place of the folder", (folder: string) => join(folder, "file/p.tgz")],
    ["a folder in place of the file", (folder: string) => join(folder, "folder.tgz")],
  ])("says why it cannot write, and leaves nothing: %s", async (_what, pathIn) => {
    const folder = tempFolder({ file: "" });
    mkdirSync(join(folder, "folder.tgz"));
    const path = pathIn(folder);
    await expect(writePackage(made, path, { overwrite: true })).rejects.toMatchObject({
      code: "PACKAGE_NOT_WRITTEN",
      params: { path },
    });
    expect(readdirSync(folder).sort()).toEqual(["file", "folder.tgz"]);
  });

  it("takes only names that flytectl takes", async () => {
    const folder = tempFolder();
    await expect(writePackage(made, join(folder, "p.zip"))).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });
});
