import { nodeHasher, type ObjectBody } from "@flytekit-ts/core/storage";

import { crc32c } from "./crc32c.js";

/**
 * The checksum in an `x-goog-hash` header such as `crc32c=n03x6A==,md5=Ojk9c3dhfxgoKVVHYwFbHQ==`. The MD5 if there is one: Node adds it up
 * faster.
 */
export function checksumOf(header: string | readonly string[] | undefined): ObjectBody["checksum"] {
  const sums = new Map<string, string>();
  for (const each of [header ?? []].flat().join(",").split(",")) {
    const { name, sum } = /^\s*(?<name>\w+)=(?<sum>\S+)\s*$/.exec(each)?.groups ?? {};
    if (name !== undefined && sum !== undefined) sums.set(name, sum);
  }
  const [md5, crc] = [sums.get("md5"), sums.get("crc32c")];
  if (md5 !== undefined) return { hasher: nodeHasher("md5"), expected: md5 };
  return crc === undefined ? undefined : { hasher: crc32c(), expected: crc };
}
