import { describe, expect, it } from "vitest";

import { checksumOf, crc32, crc32Of } from "./crc32.js";

const digits = new TextEncoder().encode("123456789");
// cbf43926, the check value of this CRC.
const SUM = "y/Q5Jg==";

describe("crc32", () => {
  it("adds up bytes, in one piece or several", () => {
    const hasher = crc32();
    hasher.update(digits.subarray(0, 4));
    hasher.update(new Uint8Array());
    hasher.update(digits.subarray(4));
    expect([hasher.digest(), crc32Of(digits), crc32().digest()]).toEqual([SUM, SUM, "AAAAAA=="]);
  });
});

describe("checksumOf", () => {
  it("knows the sums of whole objects", () => {
    for (const sums of [
      { ChecksumCRC32: SUM, ChecksumType: "FULL_OBJECT" },
      { ChecksumCRC32: SUM },
      { ChecksumSHA256: "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=" },
    ]) {
      const checksum = checksumOf(sums);
      checksum?.hasher.update(digits);
      expect(checksum?.hasher.digest()).toBe(checksum?.expected);
    }
  });

  it("cannot use what is the sum of sums", () => {
    for (const sums of [
      {},
      { ChecksumCRC32: "y/Q5Jg==-3" },
      { ChecksumCRC32: SUM, ChecksumType: "COMPOSITE" },
      { ChecksumSHA256: "abc=-2" },
    ])
      expect(checksumOf(sums)).toBeUndefined();
  });
});
