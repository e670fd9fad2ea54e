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
import { processesOf } from "./run-processes.js";

// All of the cases that were made to be run, and of the others those that add a kind of node.
const GOLDEN = [
  "c03_collections",
  "c04_defaults",
  "c09_conditional_nested",
  "c14_launch_plan_node",
  "c20_dynamic",
];
const cases = [...runTwins, ...twins.filter(({ name }) => GOLDEN.includes(name))];

const root = mkdtempSync(join(tmpdir(), "processes-"));
let image: Image;

beforeAll(async () => {
  image = await buildImage(
    cases.map(({ name }) => new URL(`../../cases/${moduleOf(name)}.ts`, import.meta.url)),
  );
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("tasks as processes, with data on disk", () => {
  it.each(cases)(
    "of $name come to what they came to in Flyte's engine",
    { timeout: 300_000 },
    async (twin) => {
      const place = { store: diskStore, root, env: {} };
      const processes = await processesOf(image, moduleOf(twin.name), place);
      const runs = await compareCaseByStandIn(twin, undefined, processes);
      expect(runs.filter(({ differences }) => differences.length > 0)).toEqual([]);
      expect(runs).toHaveLength(recordedRunsOf(twin.name).length);
    },
  );
});

function moduleOf(name: string): string {
  return name.replaceAll("_", "-");
}
