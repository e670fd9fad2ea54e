import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskStore } from "@flytekit-ts/propeller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordedRunsOf } from "../../runs/recorded-runs.js";
import { runTwins } from "../../run-twins.js";
import { twins } from "../../twins.js";
import { compareCaseByStandIn } from "../compare-case-by-stand-in.js";
import { buildImage, type Image } from "./build-image.js";
import { packageModule } from "./package-module.js";
import { runnerOf } from "./run-processes.js";

// All of the cases that were made to be run, and of the others those that add a kind of node.
const GOLDEN = ["c03_collections", "c04_defaults", "c09_conditional_nested", "c14_launch_plan_node", "c20_dynamic"];
const cases = [...runTwins, ...twins.filter(({ name }) => GOLDEN.includes(name))];

const root = mkdtempSync(join(tmpdir(), "processes-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let image: Image;
beforeAll(async () => void (image = await buildImage()), 120_000);

describe("a package whose tasks are processes, with data on disk", () => {
  it.each(cases)("does what Flyte's engine did: $name", { timeout: 300_000 }, async (twin) => {
    const archive = await packageModule(new URL(`../../cases/${twin.name.replaceAll("_", "-")}.ts`, import.meta.url));
    const run = await runnerOf(image, archive, { store: diskStore, root: join(root, twin.name), env: {} });
    const runs = await compareCaseByStandIn(twin, undefined, run);
    expect(runs.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(runs).toHaveLength(recordedRunsOf(twin.name).length);
  });
});
