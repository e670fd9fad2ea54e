import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { literalOf } from "@flytekit-ts/core/literals";
import { localDisk, type Storage } from "@flytekit-ts/core/storage";
import { encode } from "@flytekit-ts/models";
import { Literal, LiteralType } from "@flytekit-ts/models/core";
import type * as idl from "@flytekit-ts/models/core";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.js";
import { downloadBelow, downloadFile, downloadFiles } from "./download-files.js";

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

const fileType: idl.LiteralType = literalType({
  $case: "blob",
  value: { format: "", dimensionality: 0 },
});

function literalType(type: NonNullable<idl.LiteralType["type"]>): idl.LiteralType {
  return { ...LiteralType.fromPartial({}), type };
}

function offloaded(uri: string, inferredType?: idl.LiteralType): idl.Literal {
  return literalOf({ $case: "offloadedMetadata", value: { uri, sizeBytes: 0n, inferredType } });
}

it("finds the files in values that are stored apart, and does not ask for those that have none", async () => {
  const folder = temporaryFolder({ "a.txt": "1", "b.txt": "2" });
  const blob = (name: string): idl.Literal =>
    literalOf({
      $case: "scalar",
      value: { value: { $case: "blob", value: { uri: join(folder, name), metadata: undefined } } },
    });
  const list = literalOf({ $case: "collection", value: { literals: [blob("a.txt"), blob("b.txt")] } });
  writeFileSync(join(folder, "list.pb"), encode(Literal, list));
  const number = literalType({ $case: "simple", value: 1 });
  const literals = new Map([
    ["pages", offloaded(join(folder, "list.pb"), literalType({ $case: "collectionType", value: fileType }))],
    ["any", offloaded(join(folder, "list.pb"))],
    ["numbers", offloaded(join(folder, "none.pb"), literalType({ $case: "collectionType", value: number }))],
  ]);
  const into = { storage: localDisk, folder: join(folder, "got"), signal };
  const files = await downloadFiles(literals, into);
  expect(files.map(({ value }) => value)).toEqual(["pages/0", "pages/1", "any/0", "any/1"]);
  expect(readFileSync(join(folder, "got/pages/1/b.txt"), "utf8")).toBe("2");
  const lost = new Map([["pages", offloaded(join(folder, "none.pb"), fileType)]]);
  await expect(downloadFiles(lost, into)).rejects.toMatchObject({ code: "LITERAL_NOT_FETCHED" });
});

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
