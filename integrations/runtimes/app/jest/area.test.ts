import { runLocal } from "@flytekit-ts/local-exec";
import { expect, test } from "@jest/globals";
import { area } from "../src/area.ts";

test("area", async () => {
  expect(await runLocal(area, { side: 12 })).toBe(144);
});
