import { describe, expect, it } from "vitest";

import { checksumOf } from "./checksum-of.js";
import { crc32c } from "./crc32c.js";

describe("crc32c", () => {
  // The check value of CRC-32C, and test vectors of RFC 3720.
  it.each([
    ["", 0x00_00_00_00],
    ["123456789", 0xe3_06_92_83],
    ["\0".repeat(32), 0x8a_91_36_aa],
    ["\u00ff".repeat(32), 0x62_a8_ab_43],
  ])("of %j", (text, sum) => {
    const hasher = crc32c();
    const bytes = Buffer.from(text, "latin1");
    hasher.update(bytes.subarray(0, 5));
    hasher.update(bytes.subarray(5));
    expect(Buffer.from(hasher.digest(), "base64").readUInt32BE()).toBe(sum);
  });
});

describe("checksumOf", () => {
  it("takes the MD5 if there is one, the CRC otherwise", () => {
    expect(checksumOf("crc32c=n03x6A==,md5=Ojk9c3dhfxgoKVVHYwFbHQ==")?.expected).toBe(
      "Ojk9c3dhfxgoKVVHYwFbHQ==",
    );
    const crc = checksumOf("crc32c=4waSgw==");
    crc?.hasher.update(Buffer.from("123456789"));
    expect(crc?.hasher.digest()).toBe(crc?.expected);
    expect(checksumOf(undefined)).toBeUndefined();
    expect(checksumOf("")).toBeUndefined();
  });
});
