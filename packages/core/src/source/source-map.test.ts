import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { applySourceMap } from "./source-map.js";

const folder = mkdtempSync(join(tmpdir(), "flytekit "));
afterAll(() => rmSync(folder, { recursive: true }));

/** A built file of two lines; the first is mapped to the first of its sources, the second to the second. */
function built(name: string, sources: readonly (string | null)[]): string {
  const file = join(folder, `${name}.js`);
  writeFileSync(file, `one();\ntwo();\n//# sourceMappingURL=${name}.js.map\n`);
  writeFileSync(`${file}.map`, JSON.stringify({ version: 3, sources, names: [], mappings: "AAAA;ACAA" }));
  return file;
}

describe("applySourceMap", () => {
  it("names the source and its place", () => {
    const file = built("known", ["src/one.ts", "src/two.ts"]);
    expect(applySourceMap({ file, line: 2, column: 1 })).toEqual({
      file: join(folder, "src/two.ts"),
      line: 1,
      column: 1,
    });
  });

  it("leaves a place as it is whose source the map does not know", () => {
    const place = { file: built("unknown", ["src/one.ts", null]), line: 2, column: 1 };
    expect(applySourceMap(place)).toEqual(place);
  });
});
