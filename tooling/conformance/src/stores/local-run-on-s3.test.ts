import { type Storage, fetchLiterals, joinStorages, localStore } from "@flytekit-ts/core/storage";
import { dataset } from "@flytekit-ts/datasets";
import { runLocal } from "@flytekit-ts/local-exec";
import * as idl from "@flytekit-ts/models/core";
import { lacks, LONGEST_START, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { s3 } from "@flytekit-ts/storage-s3";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const sales = dataset({ columns: { shop: t.string(), euros: t.float() } });

const read = task({ name: "s3.read", inputs: { file: t.file() }, output: t.string() }, async ({ file }) =>
  file.text(),
);
const sizes = task(
  { name: "s3.sizes", inputs: { folder: t.directory() }, output: t.map(t.int()) },
  async ({ folder }) => {
    const found: Record<string, number> = {};
    for await (const file of folder.files()) found[file.uri] = (await file.bytes()).length;
    return found;
  },
);
const total = task({ name: "s3.total", inputs: { rows: sales }, output: t.float() }, async ({ rows }) => {
  let sum = 0;
  for await (const row of rows.rows()) sum += row.euros;
  return sum;
});
const pass = task({ name: "s3.pass", inputs: { file: t.file() }, output: t.file() }, ({ file }) => file);
const chain = workflow({ name: "s3.chain", inputs: { file: t.file() }, output: t.string() }, ({ file }) =>
  read({ file: pass({ file }) }),
);
const make = task({ name: "s3.make", output: sales }, () => [
  { shop: "a", euros: 1.5 },
  { shop: "b", euros: 2 },
]);

describe.skipIf(lacks("versitygw"))("a local run with files in S3", () => {
  let server: S3Server;
  let storage: Storage;
  beforeAll(async () => {
    server = await startVersitygw();
    storage = s3({ endpoint: server.endpoint, credentials: server });
  }, LONGEST_START);
  afterAll(async () => server.stop());

  const put = async (key: string, bytes: Uint8Array | string): Promise<string> => {
    await storage.write(
      `s3://bucket/${key}`,
      typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
    );
    return `s3://bucket/${key}`;
  };

  it("reads files, also one that went through another task", async () => {
    const file = await put("in/ä b%20c.txt", "hello");
    expect(await runLocal(read, { file }, { storage })).toBe("hello");
    expect(await runLocal(chain, { file }, { storage })).toBe("hello");
    expect((await runLocal(pass, { file }, { storage })).uri).toBe(file);
  });

  it("reads all files of a directory, at any depth", async () => {
    const one = await put("folder/one", "1");
    const two = await put("folder/below/two", "22");
    await put("folder-not/three", "333");
    const folder = "s3://bucket/folder";
    expect(await runLocal(sizes, { folder }, { storage })).toEqual({ [two]: 2, [one]: 1 });
  });

  it("reads the rows of a dataset", async () => {
    const made = await runLocal(make, {});
    const copied: string[] = [];
    for await (const { uri } of joinStorages([storage]).list(made.uri)) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of joinStorages([storage]).read(uri)) chunks.push(chunk);
      copied.push(await put(`table/${copied.length}.parquet`, Buffer.concat(chunks)));
    }
    expect(copied.length).toBeGreaterThan(0);
    const rows = { uri: "s3://bucket/table", format: "parquet" };
    expect(await runLocal(total, { rows }, { storage })).toBe(3.5);
  });

  it("fetches literals that are stored separately", async () => {
    const value = {
      $case: "scalar",
      value: idl.Scalar.create({
        value: { $case: "primitive", value: { value: { $case: "integer", value: 5n } } },
      }),
    } as const;
    const five = idl.Literal.create({ value });
    const uri = await put("offloaded.pb", idl.Literal.encode(five).finish());
    const offloaded = idl.Literal.create({
      value: { $case: "offloadedMetadata", value: { uri, sizeBytes: 0n, inferredType: undefined } },
    });
    const store = localStore({ storages: [storage] });
    expect((await fetchLiterals(new Map([["x", offloaded]]), store)).get("x")).toEqual(five);
  });

  it("says what is not there", async () => {
    const file = "s3://bucket/absent.txt";
    await expect(runLocal(read, { file }, { storage })).rejects.toThrow(`There is nothing at ${file}.`);
  });
});
