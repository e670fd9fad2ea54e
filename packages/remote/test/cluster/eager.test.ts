import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { buildImage } from "@flytekit-ts/bundle/build-image";
import { WorkflowExecution_Phase } from "@flytekit-ts/models/core";
import { lacks } from "@flytekit-ts/servers";
import { bundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { connect, type Remote, remoteErrors } from "../../src/entries/index.js";

const PLACE = { project: "flytesnacks", domain: "development" };

let cluster: TestCluster;
let remote: Remote;
let orchard: typeof import("./orchard.js");

/** What an execution started, by name of the entity, with its phase. */
async function startedBy({ id }: { readonly id: { readonly name: string } }): Promise<readonly string[]> {
  const { executions } = await remote.connection.admin.listExecutions({ id: PLACE, limit: 100 });
  return executions
    .filter(({ spec }) => spec?.labels?.values.get("eager-exec") === id.name)
    .map(({ spec, closure }) => `${spec?.launchPlan?.name} ${phases[closure?.phase ?? 0]}`)
    .toSorted();
}

const phases = Object.keys(WorkflowExecution_Phase);
const waiting = { pollInterval: 200 };

describe.skipIf(lacks("versitygw"))("an eager workflow on a cluster", () => {
  beforeAll(async () => {
    const image = await buildImage();
    const cwd = (): string => mkdtempSync(join(image.folder, "container-"));
    cluster = await startTestCluster({
      processes: { cwd, concurrency: 4, env: { PATH: image.path, HOME: image.folder } },
    });
    remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...PLACE });
    const home = join(image.folder, "bundle");
    const made = await bundle({ entry: "orchard.ts", root: import.meta.dirname });
    orchard = (await import(pathToFileURL(writeBundle(made, home)).href)) as typeof orchard;
    await remote.register([orchard.grow, orchard.fragile, orchard.patient, orchard.doomed], {
      version: "v1",
      image: "orchard:v1",
      environment: cluster.env,
      code: { bundle: made, destination: "." },
      root: home,
    });
  }, 180_000);
  afterAll(async () => {
    await remote.close();
    await cluster.close();
  });

  it("starts executions, and waits for their values", async () => {
    const execution = await remote.execute(orchard.grow, { x: 3 });
    expect(await execution.wait(waiting)).toBe(6561);
    expect(await startedBy(execution)).toEqual(Array(3).fill("orchard.square SUCCEEDED"));
  });

  it("fails with what it started, and leaves nothing running", async () => {
    const execution = await remote.execute(orchard.fragile);
    const failure: unknown = await execution.wait(waiting).catch((error: unknown) => error);
    expect(failure).toSatisfy(remoteErrors.EXECUTION_FAILED.is);
    expect(String(failure)).toContain("no rain fell");
    const ended = ["orchard.broken FAILED", "orchard.endless ABORTED"];
    await expect.poll(() => startedBy(execution), { timeout: 60_000 }).toEqual(ended);
  });

  it("leaves nothing running where its container is killed", async () => {
    const execution = await remote.execute(orchard.doomed);
    const failure: unknown = await execution.wait(waiting).catch((error: unknown) => error);
    expect(failure).toSatisfy(remoteErrors.EXECUTION_FAILED.is);
    await expect.poll(() => startedBy(execution), { timeout: 60_000 }).toEqual(["orchard.endless ABORTED"]);
  });

  it("ends what it started when it is terminated", async () => {
    const execution = await remote.execute(orchard.patient);
    await expect.poll(() => startedBy(execution), { timeout: 60_000 }).toEqual(["orchard.endless RUNNING"]);
    await execution.terminate("it takes too long");
    await expect.poll(() => startedBy(execution), { timeout: 60_000 }).toEqual(["orchard.endless ABORTED"]);
  });
});
