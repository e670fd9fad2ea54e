import type { Hasher } from "@flytekit-ts/core/storage";

/** CRC-32C, as Google Cloud Storage gives it: big-endian, in base64. For objects that have no MD5, such as composed ones. */
export function crc32c(): Hasher {
  const table = crcTable();
  let crc = 0xff_ff_ff_ff;
  return {
    update(bytes) {
      for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    },
    digest() {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE((crc ^ 0xff_ff_ff_ff) >>> 0);
      return sum.toString("base64");
    },
  };
}

let made: Uint32Array | undefined;

function crcTable(): Uint32Array {
  made ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    // The Castagnoli polynomial, its bits reversed.
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82_f6_3b_78 : crc >>> 1;
    return crc;
  });
  return made;
}
