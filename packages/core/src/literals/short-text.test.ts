import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { SHORT, shortText } from "./short-text.js";

const read = (text: string): string | undefined => {
  const bytes = new TextEncoder().encode(`..${text}..`);
  return shortText(bytes, 2, bytes.length - 4);
};

describe("shortText", () => {
  it("reads every ASCII text, whatever was read before", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary-ascii", maxLength: SHORT })), (texts) => {
        expect([...texts, ...texts].map(read)).toEqual([...texts, ...texts]);
      }),
    );
  });

  it("keeps texts apart of which only one can be remembered", () => {
    const texts = Array.from({ length: 5000 }, (_, i) => `text ${i}`);
    expect([...texts, ...texts].map(read)).toEqual([...texts, ...texts]);
  });

  it.each(["é", "abcé", "\ud83d\ude00", "x".repeat(SHORT + 1)])("leaves %j to a decoder", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("reads no more than there is", () => {
    expect(shortText(Uint8Array.from([0x61, 0x62]), 1, 2)).toBeUndefined();
    expect(shortText(Uint8Array.from([0x61, 0x62]), 1, 1)).toBe("b");
    expect(shortText(new Uint8Array(0), 0, 0)).toBe("");
  });
});
