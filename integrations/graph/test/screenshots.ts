import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphOf, graphOfRun, toHtml } from "@flytekit-ts/cli/graph";
import { startLocal } from "@flytekit-ts/local-exec";
import { readRun } from "@flytekit-ts/local-exec/journal";
import { expect, it } from "vitest";
import { nightly } from "./support/backup.js";
import { everyKind } from "./support/every-kind.js";
import { largeWorkflow } from "./support/large-workflow.js";
import { useBrowser } from "./support/browser.js";

const GUIDE = join(import.meta.dirname, "../../../docs/guide/graph");
/** The most that a picture of the guide may take. */
const LIMIT = 150_000;
const SIZE = { width: 1100, height: 680 };

const { open } = useBrowser();

it("takes the pictures of the guide", { timeout: 300_000 }, async () => {
  const folder = join(import.meta.dirname, "..");
  const { page } = await open(toHtml(graphOf(everyKind, { folder })), SIZE);
  await page.locator('[data-id="n5"]').click();
  await page.screenshot({ path: join(GUIDE, "details.png") });
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await page.keyboard.press("t");
  await page.keyboard.press("?");
  await page.screenshot({ path: join(GUIDE, "dark.png") });
  const journal = mkdtempSync(join(tmpdir(), "screenshots-"));
  try {
    const run = startLocal(nightly, { night: "tuesday", tables: ["customers", "archive"] }, { journal });
    await run.result.catch(() => {});
    const model = await graphOfRun(await readRun(journal, run.id), graphOf(nightly, { folder }));
    if (model === undefined) throw new Error("The journal has the graph.");
    const { page: failed } = await open(toHtml(model), SIZE);
    await failed.screenshot({ path: join(GUIDE, "run.png") });
  } finally {
    rmSync(journal, { recursive: true, force: true });
  }
  const { page: large } = await open(toHtml(graphOf(largeWorkflow(500))), SIZE);
  await large.keyboard.press("/");
  await large.keyboard.type("stage");
  await large.keyboard.press("Enter");
  await large.screenshot({ path: join(GUIDE, "large.png") });
  for (const name of ["details.png", "dark.png", "run.png", "large.png"])
    expect(statSync(join(GUIDE, name)).size).toBeLessThan(LIMIT);
});
