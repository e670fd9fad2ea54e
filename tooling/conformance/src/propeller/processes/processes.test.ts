import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lacks, LONGEST_START, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildImage, type Image } from "@flytekit-ts/bundle/build-image";
import { processCases } from "./compare-processes.js";
import { placeOnDisk, placeOnS3 } from "./data-place.js";
import type { PackagedModule } from "./package-module.js";
import type { ProcessCase } from "./process-case.js";
import { ProcessRuns } from "./run-processes.js";

// One of each kind of node and failure, in both places. `conformance --processes` runs all of the cases in each.
const ON_DISK = named(
  ["c09_conditional_nested", "c14_launch_plan_node", "c20_dynamic", "x02_failure_node", "x05_dynamic"],
  ["x06_retries", "x07_gates", "more", "01-hello", "03-decisions", "06-plans", "09-tides"],
);
const ON_S3 = named(["x05_dynamic", "x09_records", "more", "07-measurements", "09-tides"]);

function named(...names: readonly (readonly string[])[]): readonly ProcessCase[] {
  return names.flat().map((name) => {
    const found = processCases.find((each) => each.name === name);
    if (found === undefined) throw new Error(`there is no case ${name}`);
    return found;
  });
}

let image: Image;
beforeAll(async () => void (image = await buildImage()), 120_000);
const packaged = new Map<string, Promise<PackagedModule>>();

async function check({ compare }: ProcessCase, runs: ProcessRuns): Promise<void> {
  const compared = await compare(runs);
  expect(compared.filter(({ differences }) => differences.length > 0)).toEqual([]);
  expect(compared).not.toEqual([]);
}

describe("packages whose tasks are processes, with data on disk", () => {
  const root = mkdtempSync(join(tmpdir(), "processes-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  let runs: ProcessRuns;
  beforeAll(() => void (runs = new ProcessRuns(image, placeOnDisk(root), packaged)));

  it.concurrent.each(ON_DISK)("do what they have to: $name", { timeout: 300_000 }, (each) =>
    check(each, runs),
  );
});

describe.skipIf(lacks("versitygw"))("packages whose tasks are processes, with data on S3", () => {
  let server: S3Server;
  let runs: ProcessRuns;
  beforeAll(async () => {
    server = await startVersitygw();
    runs = new ProcessRuns(image, placeOnS3(server), packaged);
  }, LONGEST_START);
  afterAll(() => server.stop());

  it.concurrent.each(ON_S3)("do what they have to: $name", { timeout: 300_000 }, (each) => check(each, runs));
});
