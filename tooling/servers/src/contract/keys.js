import { expect, it } from "vitest";

import { bytes, bytesAt, inOrder, listed } from "./support.js";

const all = [
  "a b",
  " leading and trailing ",
  "a%20b",
  "100%",
  "a+b",
  "a&b=c;d",
  "q?x=1",
  "a#b",
  'it\'s "quoted"',
  "(a)[b]{c}<d>|e^f`g~h!i*j",
  "back\\slash",
  "ünïcödé",
  "日本語/ファイル.txt",
  "🎉 party",
  "e\u0301 not composed",
  "\u00e9 composed",
  ".hidden",
  "a..b",
  "x:y@z,$",
  "deep/er/and/deep/er",
  "node",
  "node/below",
  "double//slash",
  "ends-with/",
  "x".repeat(200),
];

/** @param {import("../../testing.js").StorageContract} contract */
export function keys({ storage, prefix, impossibleKeys = [] }) {
  it("keeps each name as it is given", async () => {
    const names = all.filter((name) => !impossibleKeys.includes(name));
    const uris = names.map((name) => `${prefix()}/keys/${name}`);
    for (const uri of uris) await storage().write(uri, bytes(uri));
    for (const uri of uris) {
      expect(String(await bytesAt(storage(), uri))).toBe(uri);
      expect(await storage().stat(uri)).toEqual({ uri, size: bytes(uri).length });
    }
    expect((await listed(storage(), `${prefix()}/keys`)).map(({ uri }) => uri)).toEqual(inOrder(uris));
    for (const uri of uris) await storage().delete(uri);
    expect(await listed(storage(), `${prefix()}/keys`)).toEqual([]);
  });
}
