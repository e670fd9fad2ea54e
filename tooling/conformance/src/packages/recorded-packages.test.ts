import { describe, expect, it } from "vitest";
import { comparePackage } from "./compare-package.js";
import { readPackageRows, RECORDED_PACKAGES } from "./package-row.js";
import { packageTwins } from "./package-twins.js";

const read = readPackageRows(RECORDED_PACKAGES);
const rows = "rows" in read ? read.rows : [];

describe("packages that flytekit made", () => {
  it("are all there", () => {
    expect(rows).toHaveLength(15);
  });

  it.each(rows)("$id: ours is equal, or refused as well", async (row) => {
    expect((await comparePackage(row, packageTwins[row.id])).problems).toEqual([]);
  });
});
