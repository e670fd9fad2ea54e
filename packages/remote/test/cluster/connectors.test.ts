import { scripted, startAdmin } from "@flytekit-ts/admin";
import { Connectors } from "@flytekit-ts/propeller";
import { t, testContext, workflow } from "@flytekit-ts/workflow";
import { afterEach, expect, it } from "vitest";
import {
  type Connector,
  connectorTask,
  defineConnector,
  serveConnectors,
} from "../../src/entries/connectors.js";
import { connect, type Remote, remoteErrors } from "../../src/entries/index.js";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A cluster with a service of these connectors, and a client of it. */
async function clusterWith(connectors: readonly Connector[]): Promise<Remote> {
  const { logger } = testContext();
  const server = await serveConnectors(connectors, {
    port: 0,
    host: "127.0.0.1",
    metricsPort: false,
    logger,
  });
  ends.push(() => server.close());
  const claims = new Connectors({ endpoints: [`127.0.0.1:${server.port}`], interval: 5 });
  ends.push(() => claims.close());
  await claims.refresh();
  const admin = await startAdmin({ engine: { pods: scripted({}), connectors: claims } });
  ends.push(() => admin.close());
  const place = { project: "flytesnacks", domain: "development" };
  const remote = await connect({ endpoint: admin.endpoint, insecure: true, ...place });
  ends.push(() => remote.close());
  return remote;
}

const types = { inputs: { x: t.int() }, output: t.int() };
const SETTINGS = { image: "example/app:1", version: "v1" };
const FAST = { pollInterval: 20 };

it("has its jobs registered, executed, failed and terminated from a client of the cluster", async () => {
  const deleted: string[] = [];
  const looks = new Map<string, number>();
  const connector = defineConnector({
    ...types,
    taskType: "acme",
    create: ({ inputs }) => ({ id: `job-${inputs.x}`, x: inputs.x }),
    get: ({ id, x }) => {
      looks.set(id, (looks.get(id) ?? 0) + 1);
      if (x < 0) return { phase: "FAILED", message: "no table", error: { code: "NoTable" } };
      if (x === 0 || looks.get(id) === 1) return { phase: "RUNNING" };
      return { phase: "SUCCEEDED", outputs: 2 * x };
    },
    delete: ({ id }) => deleted.push(id),
  });
  const double = connectorTask({ ...types, name: "jobs.double", connector });
  const main = workflow({ ...types, name: "jobs.main" }, ({ x }) => double({ x: double({ x }) }));
  const remote = await clusterWith([connector]);
  await remote.register([main], SETTINGS);

  const good = await remote.execute(main, { x: 5 });
  expect(await good.wait(FAST)).toBe(20);

  const bad = await remote.execute(main, { x: -1 });
  const failure: unknown = await bad.wait(FAST).catch((error: unknown) => error);
  expect(failure).toSatisfy(remoteErrors.EXECUTION_FAILED.is);
  expect(String(failure)).toContain("failed to run the job: no table");

  const long = await remote.execute(main, { x: 0 });
  await expect.poll(() => looks.get("job-0")).toBeGreaterThan(1);
  await long.terminate("enough");
  await expect.poll(() => deleted).toEqual(["job-0"]);
});
