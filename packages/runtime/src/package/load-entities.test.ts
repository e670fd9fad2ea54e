import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../../test/support/temp-folder.js";
import { loadEntities } from "./load-entities.js";

const root = fileURLToPath(new URL("../../test/support", import.meta.url));

describe("loadEntities", () => {
  it("gives what modules export, as it is declared, each once", async () => {
    const found = await loadEntities(["flows.ts", "flows.ts"], root);
    expect(found.map(({ name }) => name)).toEqual([
      ...["flows.square", "flows.on_gpu", "flows.inner", "flows.fan", "flows.outer", "flows.plan"],
    ]);
  });

  it("refuses a module that cannot be loaded", async () => {
    const folder = tempFolder({ "a.mjs": "import 'nothing-like-this';", "b.mjs": "throw new Error('no');" });
    for (const module of ["a.mjs", "b.mjs", "gone.mjs"]) {
      await expect(loadEntities([module], folder)).rejects.toMatchObject({
        code: "MODULE_UNLOADABLE",
        params: { module },
      });
    }
  });

  it("refuses modules without entities, and none", async () => {
    const folder = tempFolder({ "a.mjs": "export const x = 1;" });
    await expect(loadEntities(["a.mjs"], folder)).rejects.toMatchObject({ code: "PACKAGE_EMPTY" });
    await expect(loadEntities([], folder)).rejects.toMatchObject({ code: "PACKAGE_EMPTY" });
  });
});
