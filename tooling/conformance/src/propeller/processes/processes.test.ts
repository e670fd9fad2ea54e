import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toLiterals } from "@flytekit-ts/core/literals";
import { diskStore, s3Store } from "@flytekit-ts/propeller";
import { lacks, LONGEST_START, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { isWorkflow } from "@flytekit-ts/workflow/compile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordedRunsOf } from "../../runs/recorded-runs.js";
import { runLocally } from "../../runs/run-locally.js";
import { type RunTwin, runTwins } from "../../run-twins.js";
import { type Twin, twins } from "../../twins.js";
import { compareCaseByStandIn } from "../compare-case-by-stand-in.js";
import { buildImage, type Image } from "./build-image.js";
import { entities as moreEntities, runs as moreRuns } from "./more-cases.js";
import { packageModule } from "./package-module.js";
import { type DataPlace, runnerOf } from "./run-processes.js";

// All of the cases that were made to be run, and of the others those that add a kind of node.
const GOLDEN = [
  "c03_collections",
  "c04_defaults",
  "c09_conditional_nested",
  "c14_launch_plan_node",
  "c20_dynamic",
];
const ON_DISK = [...runTwins, ...twins.filter(({ name }) => GOLDEN.includes(name))];
const ON_S3 = runTwins.filter(({ name }) => ["x05_dynamic", "x09_records"].includes(name));

let image: Image;
beforeAll(async () => void (image = await buildImage()), 120_000);

async function checkCase(twin: Twin | RunTwin, place: DataPlace): Promise<void> {
  const { archive } = await packageModule(
    new URL(`../../cases/${twin.name.replaceAll("_", "-")}.ts`, import.meta.url),
  );
  const runs = await compareCaseByStandIn(twin, undefined, await runnerOf(image, archive, place));
  expect(runs.filter(({ differences }) => differences.length > 0)).toEqual([]);
  expect(runs).toHaveLength(recordedRunsOf(twin.name).length);
}

/** What `runLocal` makes of the workflows of which there is no recorded run, and what the stand-in does. */
async function checkMore(place: DataPlace): Promise<void> {
  const { archive } = await packageModule(new URL("more-cases.ts", import.meta.url));
  const run = await runnerOf(image, archive, place);
  for (const { workflow: name, inputs, phase } of moreRuns) {
    const workflow = moreEntities.find((each) => each.name === name);
    if (!isWorkflow(workflow)) return expect.unreachable(name);
    const [ours, theirs] = [
      await runLocally(workflow, inputs),
      await run(name, { inputs: toLiterals(workflow.interface.inputs, inputs), signals: new Map() }),
    ];
    const nodes = [...ours.nodes.values()]
      .filter(({ isItem }) => !isItem)
      .map(({ id, phase }) => `${id} ${phase}`);
    expect([name, ours.phase, theirs.phase]).toEqual([name, phase, phase]);
    expect(theirs.outputs).toBe(ours.phase === "Failed" ? "{}" : ours.outputs);
    expect([...theirs.nodes].map(([id, phase]) => `${id} ${phase}`).toSorted()).toEqual(nodes.toSorted());
  }
}

describe("packages whose tasks are processes, with data on disk", () => {
  const root = mkdtempSync(join(tmpdir(), "processes-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const place = (name: string): DataPlace => ({ store: diskStore, root: join(root, name), env: {} });

  it.each(ON_DISK)("do what Flyte's engine did: $name", { timeout: 300_000 }, (twin) =>
    checkCase(twin, place(twin.name)),
  );
  it("do what runLocal does", { timeout: 300_000 }, () => checkMore(place("more")));
});

describe.skipIf(lacks("versitygw"))("packages whose tasks are processes, with data on S3", () => {
  let server: S3Server;
  beforeAll(async () => void (server = await startVersitygw()), LONGEST_START);
  afterAll(() => server.stop());

  const place = (name: string): DataPlace => {
    const { endpoint, accessKeyId, secretAccessKey, region, bucket } = server;
    const env = {
      FLYTE_AWS_ENDPOINT: endpoint,
      FLYTE_AWS_ACCESS_KEY_ID: accessKeyId,
      FLYTE_AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_REGION: region,
    };
    return {
      store: s3Store({ endpoint, accessKeyId, secretAccessKey, region }),
      root: `s3://${bucket}/${name}`,
      env,
    };
  };

  it.each(ON_S3)("do what Flyte's engine did: $name", { timeout: 300_000 }, (twin) =>
    checkCase(twin, place(twin.name)),
  );
  it("do what runLocal does", { timeout: 300_000 }, () => checkMore(place("more")));
});
