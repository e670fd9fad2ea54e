import { crc32 as add } from "node:zlib";

import { type Hasher, nodeHasher, type ObjectBody } from "@flytekit-ts/core/storage";

/** CRC-32 as S3 gives it: big-endian, in base64. */
export function crc32(): Hasher {
  let sum = 0;
  return {
    update: (bytes) => void (sum = add(bytes, sum)),
    digest: () => crcWords(sum),
  };
}

/** The CRC-32 of some bytes, in base64. */
export const crc32Of = (bytes: Uint8Array): string => crcWords(add(bytes));

function crcWords(sum: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(sum);
  return bytes.toString("base64");
}

/** The checksums that S3 gives with an object. */
export interface StoredSums {
  readonly ChecksumCRC32?: string | undefined;
  readonly ChecksumSHA256?: string | undefined;
  readonly ChecksumType?: string | undefined;
}

/** What the bytes of a whole object add up to, if S3 says so. A sum of the sums of parts is of no use. */
export function checksumOf({
  ChecksumCRC32,
  ChecksumSHA256,
  ChecksumType,
}: StoredSums): ObjectBody["checksum"] {
  if (ChecksumType === "COMPOSITE") return undefined;
  if (isWhole(ChecksumCRC32)) return { hasher: crc32(), expected: ChecksumCRC32 };
  return isWhole(ChecksumSHA256) ? { hasher: nodeHasher("sha256"), expected: ChecksumSHA256 } : undefined;
}

const isWhole = (sum: string | undefined): sum is string => sum !== undefined && !sum.includes("-");
