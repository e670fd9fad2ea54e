import { closeSync, mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toFrame } from "./frame.js";
import { readFrames } from "./read-frames.js";

const payloads = ['{"kind":"a"}', '{"text":"\\u00e9 \u{1f600} J*:"}', '{"kind":"last","n":12}'];
const whole = Buffer.from(payloads.map(toFrame).join(""));
const lastStart = whole.length - toFrame(payloads[2] ?? "").length;
const file = join(mkdtempSync(join(tmpdir(), "frames-")), "run.journal");

interface Read {
  readonly payloads: readonly string[];
  readonly torn?: number;
  readonly error?: unknown;
}

function read(bytes: Uint8Array): Read {
  writeFileSync(file, bytes);
  const fd = openSync(file, "r");
  const found: string[] = [];
  try {
    const frames = readFrames({ fd, file });
    for (;;) {
      const next = frames.next();
      if (next.done === true) return { payloads: found, torn: next.value };
      found.push(next.value.payload);
    }
  } catch (error) {
    return { payloads: found, error };
  } finally {
    closeSync(fd);
  }
}

describe("the records of a journal", () => {
  it("are read as they were written", () => {
    expect(read(whole)).toEqual({ payloads, torn: 0 });
  });

  it("are torn, and never damaged or whole, if the file ends at any byte of the last", () => {
    for (let size = lastStart + 1; size < whole.length; size += 1)
      expect(read(whole.subarray(0, size))).toEqual({
        payloads: payloads.slice(0, 2),
        torn: size - lastStart,
      });
  });

  it("are damaged, and never torn or whole, if any bit of the last is wrong", () => {
    for (let index = lastStart; index < whole.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = Buffer.from(whole);
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
        const { payloads: found, error } = read(flipped);
        expect(found).toEqual(payloads.slice(0, 2));
        expect(error).toMatchObject({ code: "JOURNAL_CORRUPT", params: { offset: lastStart } });
      }
    }
  });

  it("before one that is damaged in the middle are given", () => {
    const flipped = Buffer.from(whole);
    const second = toFrame(payloads[0] ?? "").length;
    flipped[second + 30] = 1;
    const { payloads: found, error } = read(flipped);
    expect(found).toEqual(payloads.slice(0, 1));
    expect(error).toMatchObject({ code: "JOURNAL_CORRUPT", params: { offset: second } });
  });

  it("behind which zeros were left by a loss of power are whole, and the zeros are torn", () => {
    expect(read(Buffer.concat([whole, Buffer.alloc(5000)]))).toEqual({ payloads, torn: 5000 });
  });

  it("may be larger than what is read at once", () => {
    const large = JSON.stringify({ text: "x".repeat(600_000) });
    expect(read(Buffer.from([large, ...payloads].map(toFrame).join("")))).toEqual({
      payloads: [large, ...payloads],
      torn: 0,
    });
  });

  it("of a later version are not read", async () => {
    const { crc32 } = await import("node:zlib");
    const checked = "2 2 {}";
    const line = `${crc32(checked).toString(16).padStart(8, "0")} ${checked}\n`;
    expect(read(Buffer.from(line)).error).toMatchObject({ code: "JOURNAL_TOO_NEW", params: { version: 2 } });
  });
});
