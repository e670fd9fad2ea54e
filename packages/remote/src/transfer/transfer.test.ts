import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coreErrors } from "@flytekit-ts/core/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { objectServer, SIGNATURE } from "../../test/object-server.js";
import { connectionErrors } from "../errors/connection-errors.js";
import { transferErrors } from "../errors/transfer-errors.js";
import { base32 } from "./base32.js";
import { download, downloadSigned } from "./download.js";
import { upload } from "./upload.js";

const POLICY = { retries: 2, throttledRetries: 2, backoff: 1 };
let store: Awaited<ReturnType<typeof objectServer>>;
let folder: string;
const write = (path: string, content: string | Uint8Array): string => {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
};
const put = async (...[source, options]: [Parameters<typeof upload>[1], Parameters<typeof upload>[2]?]) =>
  upload(store.connection, source, options, POLICY);

beforeEach(async () => {
  store = await objectServer();
  folder = mkdtempSync(join(tmpdir(), "flytekit-ts-transfer-"));
});
afterEach(async () => store.close());

describe("upload", () => {
  it("puts bytes with the length and the MD5 that they have", async () => {
    const bytes = new TextEncoder().encode("carrots");
    const { uri, md5 } = await put(bytes, { name: "seeds.txt" });
    expect(md5).toBe(createHash("md5").update(bytes).digest("hex"));
    expect(uri).toBe(`s3://bucket/orchard/development/${md5}/seeds.txt`);
    expect(store.puts[0]?.headers).toMatchObject({
      "content-length": "7",
      "content-md5": Buffer.from(md5, "hex").toString("base64"),
      "x-amz-meta-flytecontentmd5": Buffer.from(md5, "hex").toString("base64"),
    });
    expect(store.asked[0]?.request).toMatchObject({ addContentMd5Metadata: true, filename: "seeds.txt" });
  });

  it("puts a large file in pieces, with its length", async () => {
    const content = Buffer.alloc(3_000_000, "0123456789");
    const { bytes } = await put(write("large.bin", content));
    expect(bytes).toBe(3_000_000);
    expect(store.puts[0]?.headers).toMatchObject({ "content-length": "3000000" });
    expect(store.puts[0]?.headers["transfer-encoding"]).toBeUndefined();
    expect(store.puts[0]?.body.equals(content)).toBe(true);
  });

  it("puts an empty file, and no bytes", async () => {
    await put(write("empty", ""));
    await put(new Uint8Array());
    expect(store.puts.map(({ body, headers }) => [body.length, headers["content-length"]])).toEqual([
      [0, "0"],
      [0, "0"],
    ]);
  });

  it("says what Azure wants to hear", async () => {
    const azure = await objectServer({ scheme: "abfs" });
    await upload(azure.connection, new Uint8Array([1]), {}, POLICY);
    expect(azure.puts[0]?.headers).toMatchObject({ "x-ms-blob-type": "BlockBlob" });
    await azure.close();
  });

  it("puts a directory below one folder, with the names of its files", async () => {
    write("garden/a.txt", "a");
    write("garden/beds/b.txt", "b");
    symlinkSync(join(folder, "garden/a.txt"), join(folder, "garden/c.txt"));
    const { uri, files, bytes } = await put(join(folder, "garden"));
    expect([files, bytes]).toEqual([3, 3]);
    const root = /development\/([A-Z2-7]{26}={6})$/.exec(uri)?.[1];
    expect(root).toBeDefined();
    expect(store.puts.map(({ path }) => path).toSorted()).toEqual(
      ["a.txt", "beds/b.txt", "c.txt"].map((name) => `/orchard/development/${root}/${name}`),
    );
    // Equal content goes to the same place; the same content under other names does not.
    expect((await put(join(folder, "garden"))).uri).toBe(uri);
    write("other/z.txt", "a");
    write("other/beds/b.txt", "b");
    write("other/c.txt", "a");
    expect((await put(join(folder, "other"))).uri).not.toBe(uri);
  });

  it.each([
    [503, "SlowDown"],
    [500, "InternalError"],
    [429, "TooMany"],
  ])("tries again after %d, with a link of its own", async (status, words) => {
    let failures = 2;
    store.state.meddle = (_request, response) => {
      if ((failures -= 1) < 0) return false;
      response.writeHead(status).end(words);
      return true;
    };
    await put(new Uint8Array([1, 2]));
    expect(store.asked).toHaveLength(3);
  });

  it("tells the words of the store, whole, without the signature", async () => {
    const words = `<Error>${"x".repeat(32_000)}${SIGNATURE} AKIAPLANTED/20261129/us-east-1/s3 end</Error>`;
    store.state.meddle = (_request, response) => {
      response.writeHead(403).end(words);
      return true;
    };
    const failure: unknown = await put(new Uint8Array([1])).catch((error: unknown) => error);
    expect(failure).toSatisfy(transferErrors.TRANSFER_FAILED.is);
    const { said } = (failure as { params: { said: string } }).params;
    expect(said.replace(/^<Error>x{32000}/, "")).toMatch(/ end<\/Error>$/);
    expect(said).toContain("x".repeat(32_000));
    expect(said).not.toMatch(/5e9d95826a1628be22e9|AKIAPLANTED\//);
    expect(store.asked).toHaveLength(1);
  });

  it("ends with the signal", async () => {
    const controller = new AbortController();
    store.state.meddle = () => {
      controller.abort();
      return true;
    };
    await expect(put(new Uint8Array([1]), { signal: controller.signal })).rejects.toSatisfy(
      connectionErrors.CALL_ABORTED.is,
    );
    await expect(put(write("a", "a"), { signal: controller.signal })).rejects.toSatisfy(
      coreErrors.STORAGE_ABORTED.is,
    );
  });

  it.each([
    ["a path that is not there", () => "nowhere", coreErrors.STORAGE_NOT_FOUND],
    ["an empty path", () => "", coreErrors.OPTION_INVALID],
    ["a number", () => 7 as never, coreErrors.OPTION_INVALID],
    ["an empty directory", () => folder, coreErrors.STORAGE_FAILED],
    [
      "a directory in itself",
      () => (symlinkSync(folder, join(folder, "self")), folder),
      coreErrors.STORAGE_FAILED,
    ],
    [
      "a broken link",
      () => (symlinkSync("nowhere", join(folder, "link")), folder),
      coreErrors.STORAGE_NOT_FOUND,
    ],
    ["a device", () => "/dev/null", coreErrors.STORAGE_FAILED],
    ["a file whose name cuts a URL", () => write("a?b", "x"), coreErrors.OPTION_INVALID],
    ["such a file in a directory", () => join(write("d/a#b", "x"), ".."), coreErrors.OPTION_INVALID],
  ])("refuses %s before it asks", async (_what, source, code) => {
    await expect(put(source())).rejects.toSatisfy(code.is);
    expect(store.asked).toEqual([]);
  });

  it.each(["../x", "a/../b", "/a", "a//b", "", "a%2e", "a\\b", "a\n"])(
    "refuses the name %j",
    async (name) => {
      await expect(put(new Uint8Array([1]), { name })).rejects.toSatisfy(coreErrors.OPTION_INVALID.is);
      await expect(put(new Uint8Array([1]), { folder: name })).rejects.toSatisfy(
        coreErrors.OPTION_INVALID.is,
      );
    },
  );
});

describe("download", () => {
  const bytesOf = async (uri: string): Promise<Buffer> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of download(store.connection, uri)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  it("gives what was uploaded", async () => {
    const { uri } = await put(new TextEncoder().encode("carrots"));
    expect((await bytesOf(uri)).toString()).toBe("carrots");
    await expect(bytesOf("s3://bucket/none")).rejects.toSatisfy(coreErrors.STORAGE_NOT_FOUND.is);
    expect(() => download(store.connection, "none")).toThrow("OPTION_INVALID");
  });

  it("reads on where a connection breaks, through a new link", async () => {
    const content = Buffer.alloc(200_000, "abcdefg");
    const { uri } = await put(content);
    let isFirst = true;
    store.state.meddle = (_request, response) => {
      if (!isFirst) return false;
      isFirst = false;
      const etag = createHash("md5").update(content).digest("hex");
      response
        .writeHead(200, { "content-length": content.length, etag })
        .write(content.subarray(0, 70_000), () => {
          response.destroy();
        });
      return true;
    };
    const chunks: Uint8Array[] = [];
    const { connection } = store;
    const link = async (): Promise<string> =>
      (await connection.dataProxy.createDownloadLocation({ nativeUrl: uri })).signedUrl;
    for await (const chunk of downloadSigned(connection, { what: uri, link }, { policy: POLICY }))
      chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
    expect(store.asked.filter(({ method }) => method === "createDownloadLocation")).toHaveLength(2);
  });
});

it.each([
  ["", ""],
  ["f", "MY======"],
  ["fo", "MZXQ===="],
  ["foo", "MZXW6==="],
  ["foob", "MZXW6YQ="],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI======"],
])("base32 of %j is %j, as in RFC 4648", (text, wanted) => {
  expect(base32(new TextEncoder().encode(text))).toBe(wanted);
});
