import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeProject } from "../../test/support/project.js";
import { codeDigest } from "./code-digest.js";

it("changes with what an archive would hold, and with nothing else", async () => {
  const files = { "src/a.ts": "1", ".dockerignore": "skipped" };
  const [root, other] = [makeProject(files), makeProject(files)];
  const before = await codeDigest({ root });
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(await codeDigest({ root: other })).toBe(before);
  writeFileSync(join(root, "skipped"), "x");
  expect(await codeDigest({ root })).toBe(before);
  writeFileSync(join(root, "src/a.ts"), "2");
  expect(await codeDigest({ root })).not.toBe(before);
});
