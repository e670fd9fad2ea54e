import assert from "node:assert/strict";
import { test } from "node:test";
import { runLocal } from "@flytekit-ts/local-exec";
import { area } from "../src/area.ts";

test("area", async () => {
  assert.equal(await runLocal(area, { side: 12 }), 144);
});
