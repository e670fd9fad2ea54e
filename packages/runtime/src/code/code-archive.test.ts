import { createHash } from "node:crypto";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../../test/support/temp-folder.js";
import { codeArchiveOf } from "./code-archive.js";
import type { CodeOptions } from "./code-options.js";
import { collectCode } from "./collect-code.js";

const archiveOf = (root: string, options: CodeOptions = {}) =>
  codeArchiveOf(collectCode({ root, ...options }).files);

const md5 = (...parts: readonly string[]): string => createHash("md5").update(parts.join("")).digest("hex");

describe("a code archive", () => {
  it("is named after the contents and paths of its files", async () => {
    const root = tempFolder({ "src/a.ts": "A", "b.ts": "B" });
    const { name, digest, files } = await archiveOf(root);
    expect(digest).toBe(md5("B", "b.ts", "A", "srca.ts"));
    expect(name).toBe(`fast${digest}.tar.gz`);
    expect(files).toEqual([
      { path: "b.ts", bytes: 1 },
      { path: "src/a.ts", bytes: 1 },
    ]);
  });

  it("counts a link with what it leads to, so that following it changes the archive and not its name", async () => {
    const root = tempFolder({ "a.ts": "A", "b.ts": { link: "a.ts" } });
    const [kept, followed] = [await archiveOf(root), await archiveOf(root, { followLinks: true })];
    expect(kept.digest).toBe(md5("A", "a.ts", "A", "b.ts"));
    expect(followed.digest).toBe(kept.digest);
    expect(followed.identity).not.toBe(kept.identity);
  });

  it("holds modes, long names, names of any script, and nothing of the machine", async () => {
    const long = `${"folder/".repeat(40)}${"ü".repeat(100)}.ts`;
    const root = tempFolder({ "run.sh": "#!", [long]: "L", "a.ts": { link: long } });
    chmodSync(join(root, "run.sh"), 0o755);
    const { bytes } = await archiveOf(root);
    const members = (await unpackTar(gunzipSync(bytes), { strict: true })).map(({ header, data }) => [
      ...[
        header.name,
        header.type,
        header.mode,
        header.linkname || undefined,
        data && Buffer.from(data).toString(),
      ],
    ]);
    expect(members).toEqual([
      ["a.ts", "symlink", 0o777, long, undefined],
      [long, "file", 0o644, undefined, "L"],
      ["run.sh", "file", 0o755, undefined, "#!"],
    ]);
    for (const { header } of await unpackTar(gunzipSync(bytes))) {
      expect(header).toMatchObject({ uid: 0, gid: 0, mtime: new Date("1980-01-01T00:00:00Z") });
      expect([header.uname, header.gname].filter((each) => (each ?? "") !== "")).toEqual([]);
    }
  });

  it("has the same bytes in every folder", async () => {
    const files = { "src/a.ts": "A".repeat(100_000), "b.ts": "B", "c.ts": { link: "b.ts" } };
    const [one, other] = [await archiveOf(tempFolder(files)), await archiveOf(tempFolder(files))];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect(one.identity).toBe(other.identity);
  });

  it("is another one where a program may be run, but not where others may read it", async () => {
    const root = tempFolder({ "run.sh": "#!" });
    const { identity } = await archiveOf(root);
    chmodSync(join(root, "run.sh"), 0o600);
    expect((await archiveOf(root)).identity).toBe(identity);
    chmodSync(join(root, "run.sh"), 0o755);
    expect((await archiveOf(root)).identity).not.toBe(identity);
  });

  it("is none of a file that is gone meanwhile, or that is a folder", async () => {
    for (const path of ["gone.ts", "folder"]) {
      const root = tempFolder({ "a.ts": "", folder: null });
      await expect(archiveOf(root, { files: [path] })).rejects.toMatchObject({
        code: "CODE_NOT_READ",
        params: { file: path },
      });
    }
  });

  // Of a file of the system the size is 0 whatever it holds, as of a file that grows while it is read.
  it.skipIf(!existsSync("/proc/uptime"))("is none of a file that changes while it is read", async () => {
    const root = tempFolder({ "a.ts": { link: "/proc/uptime" } });
    await expect(archiveOf(root, { followLinks: true })).rejects.toMatchObject({
      code: "CODE_CHANGED",
      params: { file: "a.ts" },
    });
  });
});
