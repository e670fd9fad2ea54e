import { expect, it } from "vitest";

import { bytes, inOrder, listed } from "./support.js";

const LONGEST = 240_000;

/** @param {import("../../testing.js").StorageContract} contract */
export function listing({ storage, prefix, many = 2_500, fill }) {
  const at = (/** @type {string} */ name) => `${prefix()}/list/${name}`;

  it("lists what is below a prefix at any depth, in the order of URIs, and not what only begins like it", async () => {
    const names = ["dir/b", "dir/a/2", "dir/a/1", "dir/a.txt", "dir/B", "dir2/x", "dir.txt", "dirt"];
    for (const name of names) await storage().write(at(name), bytes(name));
    const wanted = ["dir/B", "dir/a.txt", "dir/a/1", "dir/a/2", "dir/b"].map((name) => ({
      uri: at(name),
      size: name.length,
    }));
    expect(await listed(storage(), at("dir"))).toEqual(wanted);
    expect(await listed(storage(), at("dir/"))).toEqual(wanted);
    expect(await listed(storage(), at("nothing"))).toEqual([]);
  });

  it("knows nothing at a prefix that only groups objects", async () => {
    await storage().write(at("group/member"), bytes("x"));
    expect(await storage().stat(at("group"))).toBeUndefined();
    expect(await storage().stat(at("nothing"))).toBeUndefined();
  });

  it("ends a listing that is left", async () => {
    await storage().write(at("left/1"), bytes("x"));
    await storage().write(at("left/2"), bytes("x"));
    const found = [];
    for await (const { uri } of storage().list(at("left"))) {
      found.push(uri);
      break;
    }
    expect(found).toEqual([at("left/1")]);
  });

  it(
    `lists ${many} objects, page by page`,
    async () => {
      const uris = Array.from({ length: many }, (_, index) => at(`many/${index % 7}/${index}`));
      if (fill === undefined) await fillByWriting(storage(), uris);
      else await fill(uris);
      expect((await listed(storage(), at("many"))).map(({ uri }) => uri)).toEqual(inOrder(uris));
    },
    LONGEST,
  );
}

/**
 * @param {import("../../testing.js").ContractStorage} storage
 * @param {readonly string[]} uris
 */
async function fillByWriting(storage, uris) {
  const left = [...uris];
  const worker = async () => {
    for (let uri = left.pop(); uri !== undefined; uri = left.pop())
      await storage.write(uri, new Uint8Array());
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}
