import { describe, expect, it } from "vitest";
import { groupSize } from "./group-size.js";

const group = (num_rows: bigint, total_byte_size: bigint) => ({ num_rows, total_byte_size });

describe("groupSize", () => {
  it.each([
    ["the first of declared columns", 4, [], 1024],
    ["those after small rows", 4, [group(1024n, 40_000n)], 65_536],
    ["those after large rows", 1, [group(1024n, 1024n * 1_000_000n)], 67],
    ["those after rows that are larger than all", 1, [group(1n, 2n ** 40n)], 1],
    ["those after the last, whatever was before", 1, [group(1n, 2n ** 40n), group(10n, 10n)], 65_536],
    ["wide tables", 100_000, [group(1024n, 0n)], 41],
    ["columns that are not known yet", undefined, undefined, 65_536],
  ])("is for %s", (_, columns, groups, size) => {
    expect(groupSize(columns, groups)).toBe(size);
  });
});
