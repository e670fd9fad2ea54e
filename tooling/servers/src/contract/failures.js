import { expect, it } from "vitest";

import { bytes, bytesAt, listed, noise, rejection, stream } from "./support.js";

/** @param {import("../../testing.js").StorageContract} contract */
export function failures({ storage, prefix, largeSize = 12 * 1024 * 1024 }) {
  const at = (/** @type {string} */ name) => `${prefix()}/failures/${name}`;

  it("says what is not there, with its URI", async () => {
    const { code, text } = await rejection(() => bytesAt(storage(), at("missing.csv")));
    expect(code).toBe("STORAGE_NOT_FOUND");
    expect(text).toContain(at("missing.csv"));
    const range = { start: 1, end: 5 };
    expect((await rejection(() => bytesAt(storage(), at("missing"), { range }))).code).toBe(
      "STORAGE_NOT_FOUND",
    );
  });

  it("leaves what was there where the stream fails or gives no bytes, small or large", async () => {
    const large = noise(largeSize + 1);
    const sources = [
      () => stream(bytes("new"), new Error("the source broke")),
      () => stream(large, large, new Error("the source broke")),
      () => stream(bytes("new"), "text"),
      () => stream(large, large, 42),
    ];
    await storage().write(at("kept"), bytes("old"));
    for (const source of sources) {
      expect(await rejection(() => storage().write(at("kept"), source()))).toMatchObject({
        code: "STORAGE_FAILED",
        text: expect.stringContaining(at("kept")),
      });
      expect((await rejection(() => storage().write(at("new/one"), source()))).code).toBe("STORAGE_FAILED");
    }
    expect(String(await bytesAt(storage(), at("kept")))).toBe("old");
    expect(await listed(storage(), at("new"))).toEqual([]);
  });

  it("does not begin what is aborted already", async () => {
    await storage().write(at("aborted"), bytes("old"));
    const signal = AbortSignal.abort("enough");
    const attempts = [
      () => bytesAt(storage(), at("aborted"), { signal }),
      () => storage().write(at("aborted"), bytes("new"), { signal }),
      () => storage().write(at("aborted"), stream(bytes("new")), { signal }),
      () => storage().stat(at("aborted"), { signal }),
      () => storage().delete(at("aborted"), { signal }),
      async () => {
        for await (const _ of storage().list(at(""), { signal }));
      },
    ];
    for (const attempt of attempts) {
      expect(await rejection(attempt)).toMatchObject({ code: "STORAGE_ABORTED" });
    }
    expect(String(await bytesAt(storage(), at("aborted")))).toBe("old");
  });

  it("ends a write that is aborted while its stream waits, and leaves nothing", async () => {
    const controller = new AbortController();
    async function* endless() {
      yield noise(largeSize + 1);
      controller.abort("enough");
      await new Promise(() => {});
    }
    const failed = await rejection(() =>
      storage().write(at("waiting/one"), endless(), { signal: controller.signal }),
    );
    expect(failed).toMatchObject({
      code: "STORAGE_ABORTED",
      text: expect.stringContaining(at("waiting/one")),
    });
    expect(await listed(storage(), at("waiting"))).toEqual([]);
  });

  it("ends a read that is aborted, and one whose loop is left", async () => {
    await storage().write(at("long"), noise(largeSize));
    const controller = new AbortController();
    const failed = await rejection(async () => {
      for await (const _ of storage().read(at("long"), { signal: controller.signal }))
        controller.abort("enough");
    });
    expect(failed.code).toBe("STORAGE_ABORTED");
    let chunks = 0;
    for await (const _ of storage().read(at("long"))) {
      chunks += 1;
      break;
    }
    expect(chunks).toBe(1);
  });
}
