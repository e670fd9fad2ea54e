import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import { findEntity } from "./find-entity.js";

it.each([
  ["kept", true],
  ["$größe", true],
  ["kep", false],
  ["x".repeat(100_000), false],
  ["a b", false],
])("knows what a file declares and does not export: %.20s", async (name, isDeclared) => {
  const file = join(temporaryFolder({ "a.mjs": "const kept = 1;\n  function $größe() {}\n" }), "a.mjs");
  await expect(findEntity(file, name)).rejects.toMatchObject({
    code: "ENTITY_NOT_IN_FILE",
    params: { isDeclared },
  });
});
