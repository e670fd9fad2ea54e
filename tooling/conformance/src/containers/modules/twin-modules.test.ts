import { describe, expect, it } from "vitest";
import { DEFAULT_TWINS } from "../compare-containers.js";
import { readTwinModules } from "./twin-modules.js";

describe("readTwinModules", () => {
  it("makes one file for each Python module", async () => {
    const { twins, modules } = await readTwinModules(DEFAULT_TWINS);
    expect([...modules.keys()].map((name) => name.slice(0, 3))).toEqual(
      ["01", "02", "03", "04", "05", "06", "07", "08", "11", "12", "09", "10"].map((number) => `s${number}`),
    );
    expect(twins["s09_map.doubles"]?.kind).toBe("map");
  });
});
