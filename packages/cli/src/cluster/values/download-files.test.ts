import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Storage } from "@flytekit-ts/core/storage";
import { localDisk } from "@flytekit-ts/core/storage";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.js";
import { downloadBelow, downloadFile } from "./download-files.js";

const { signal } = new AbortController();

/** A storage that gives some bytes, and then what a test says. */
function storageThat(ends: () => void): Storage {
  return {
    ...localDisk,
    async *read() {
      yield new Uint8Array(10);
      ends();
    },
  };
}

it.each(["given", "given/"])("takes all that is below a folder of this machine: %s", async (name) => {
  const folder = temporaryFolder({ "given/ä b.txt": "1", "given/deep/c.txt": "2" });
  for (const uri of [join(folder, name), `${pathToFileURL(folder).href}/${name}`]) {
    const into = { storage: localDisk, folder: mkdtempSync(join(folder, "got-")), signal };
    const files = ["deep/c.txt", "ä b.txt"].map((each) => join(into.folder, each));
    expect((await downloadBelow(uri, into)).toSorted()).toEqual(files);
    expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(["2", "1"]);
  }
});

it.each(["s3://elsewhere/a.txt", "s3://bucket/given/../../a.txt", "s3://bucket/given/"])(
  "writes nothing by a name that leads out: %s",
  async (uri) => {
    const folder = temporaryFolder();
    const storage: Storage = {
      ...storageThat(() => undefined),
      async *list() {
        yield { uri, size: 10 };
      },
    };
    await expect(downloadBelow("s3://bucket/given", { storage, folder, signal })).rejects.toMatchObject({
      code: "USAGE_INVALID",
    });
    expect(readdirSync(folder)).toEqual([]);
  },
);

it("does not take the place of a folder, and names the file that was to be written", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a.bin"));
  const storage = storageThat(() => undefined);
  await expect(
    downloadFile("s3://bucket/a.bin", join(folder, "a.bin"), { storage, signal }),
  ).rejects.toMatchObject({
    code: "FILE_UNUSABLE",
    params: { path: join(folder, "a.bin"), problem: "it is a folder" },
  });
  expect(readdirSync(folder)).toEqual(["a.bin"]);
});

it("leaves what a storage throws as it is, also where the system was the cause, and no part of the file", async () => {
  const folder = temporaryFolder();
  const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  const storage = storageThat(() => {
    throw reset;
  });
  const failing = downloadFile("s3://bucket/a.bin", join(folder, "a.bin"), { storage, signal });
  await expect(failing).rejects.toBe(reset);
  expect(readdirSync(folder)).toEqual([]);
});
