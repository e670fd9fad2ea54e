import { describe, expect, it } from "vitest";

import { rejection } from "../../../test/support/caught.js";
import { fromLiteral, toLiteral, transformerOf } from "../../../test/support/convert.js";
import { countingStore, storedText } from "../../../test/support/stored-text.js";
import { t } from "../../makers/t.js";
import type { TypeLike } from "../../types/infer.js";

const record = t.struct("R", { n: t.int(), file: storedText(), more: t.optional(storedText()) });
const text = (name: string): object => ({ text: name });

async function stored(type: TypeLike, value: unknown, store = countingStore()): Promise<unknown> {
  return (await transformerOf(type).storing?.(value)?.(store)) ?? value;
}

async function loaded(type: TypeLike, value: unknown): Promise<unknown> {
  const decoded = fromLiteral(type, toLiteral(type, await stored(type, value)));
  return transformerOf(type).load?.(decoded, countingStore());
}

const a = { uri: "s3://b/a", loadedBy: "/tmp/x" };

describe("storing and loading parts", () => {
  it.each<[string, TypeLike, unknown, unknown]>([
    ["list", t.list(storedText()), [text("a"), { uri: "s3://b/a" }], [a, a]],
    ["map", t.map(storedText()), { k: text("a"), ["__proto__"]: text("a") }, { k: a, ["__proto__"]: a }],
    ["optional", t.optional(storedText()), text("a"), a],
    ["record", record, { n: 1, file: text("a") }, { n: 1, file: a, more: undefined }],
    [
      "nested",
      t.map(t.list(record)),
      { k: [{ n: 1, file: text("a"), more: text("a") }] },
      { k: [{ n: 1, file: a, more: a }] },
    ],
  ])("works in a %s", async (_kind, type, value, result) => {
    expect(await loaded(type, value)).toEqual(result);
  });

  it("costs nothing where nothing is stored", () => {
    for (const type of [
      t.list(t.int()),
      t.map(t.int()),
      t.optional(t.int()),
      t.struct("R", { n: t.int() }),
    ]) {
      expect(transformerOf(type)).not.toHaveProperty("storing");
      expect(transformerOf(type)).not.toHaveProperty("load");
    }
    expect(transformerOf(t.list(storedText())).storing?.([{ uri: "s3://b/a" }])).toBeUndefined();
    expect(transformerOf(t.optional(storedText())).storing?.(undefined)).toBeUndefined();
    expect(transformerOf(record).storing?.({ n: 1, file: { uri: "s3://b/a" } })).toBeUndefined();
  });

  it.each([5, null, "x", [text("a")], new Map([["file", text("a")]])])(
    "leaves %o to be refused by the type",
    (value) => {
      expect(transformerOf(record).storing?.(value)).toBeUndefined();
      expect(transformerOf(t.map(storedText())).storing?.(value)).toBeUndefined();
    },
  );

  it("takes a field from a getter, and its default", async () => {
    class Value {
      n = 1;
      get file(): object {
        return text("a");
      }
    }
    const type = t.struct("R", { n: t.int(), file: storedText(), k: t.int().default(4) });
    expect(await loaded(type, new Value())).toEqual({ n: 1, file: a, k: 4 });
  });

  it("works on ten at once", async () => {
    const store = countingStore();
    const names = Array.from({ length: 35 }, (_, i) => `${i}`);
    await stored(t.list(storedText()), names.map(text), store);
    expect(store.most()).toBe(10);
    expect(store.asked).toEqual(names);
  });

  it("says where it fails, and begins no other part then", async () => {
    const store = countingStore();
    const items = [...Array.from({ length: 20 }, (_, i) => text(`${i}`))];
    items[3] = { text: 5 };
    const error = await rejection(stored(t.map(t.list(storedText())), { k: items }, store));
    expect(error.message).toContain(".k[3] should be stored text, but was another text");
    expect(store.asked.length).toBeLessThan(15);
  });
});
