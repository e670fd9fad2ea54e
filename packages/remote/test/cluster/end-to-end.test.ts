import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { buildImage } from "@flytekit-ts/bundle/build-image";
import { bundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { lacks } from "@flytekit-ts/servers";
import { t, task } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type BreakableProxy, breakableProxy } from "../support/breakable-proxy.js";
import { type Change, connect, type Execution, type Remote } from "../../src/entries/index.js";

// Another cluster than the stand-in: see the README of this package.
const { FLYTEKIT_TS_CLUSTER: address, FLYTEKIT_TS_CLUSTER_IMAGE: image = "meadow:v1" } = process.env;
const { FLYTEKIT_TS_CLUSTER_PROJECT: project = "flytesnacks" } = process.env;
const { FLYTEKIT_TS_CLUSTER_DOMAIN: domain = "development" } = process.env;
const isInsecure = process.env["FLYTEKIT_TS_CLUSTER_INSECURE"] === "true";

const version = `e2e-${randomBytes(6).toString("hex")}`;
const many = Array.from({ length: 500 }, (_each, i) =>
  task({ name: `meadow.bed${i}`, inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + i),
);

let cluster: TestCluster | undefined;
// The way to the stand-in, which can be cut.
let way: BreakableProxy | undefined;
let remote: Remote;
let home: string;
let meadow: typeof import("./meadow.js");

async function startCluster(): Promise<TestCluster> {
  const built = await buildImage();
  const cwd = (): string => mkdtempSync(join(built.folder, "container-"));
  return startTestCluster({
    processes: { cwd, concurrency: 4, env: { PATH: built.path, HOME: built.folder } },
  });
}

/** Waits until an execution has reached its signals. */
async function signalsOf(execution: Execution<unknown, unknown>, count: number): Promise<readonly string[]> {
  const reached = async (): Promise<number> => (await execution.signals()).length;
  await expect.poll(reached, { timeout: 240_000, interval: 500 }).toBe(count);
  return (await execution.signals()).map(
    ({ name, isPending }) => `${name} ${isPending ? "waits" : "is answered"}`,
  );
}

async function phasesOf(execution: Execution<unknown, unknown>): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await execution.nodes()).map(({ path, phase }) => [path, phase]));
}

const waiting = { pollInterval: "1 s" };

describe.skipIf(address === undefined && lacks("versitygw"))(
  "a cluster, from end to end",
  { timeout: 600_000 },
  () => {
    beforeAll(async () => {
      if (address === undefined) cluster = await startCluster();
      way = cluster && (await breakableProxy(cluster.endpoint));
      const endpoint = way?.endpoint ?? address;
      remote = await connect({ endpoint, insecure: cluster !== undefined || isInsecure, project, domain });
      home = mkdtempSync(join(tmpdir(), "meadow-"));
      const made = await bundle({ entry: "meadow.ts", root: import.meta.dirname });
      meadow = (await import(pathToFileURL(writeBundle(made, home)).href)) as typeof meadow;
      const code = { bundle: made, destination: "." };
      const settings = { version, image, environment: cluster?.env ?? {}, code, root: home };
      await remote.register([meadow.season, meadow.idle], settings);
    }, 300_000);
    afterAll(async () => {
      await remote.close();
      await way?.close();
      await cluster?.close();
      rmSync(home, { recursive: true, force: true });
    });

    it("registers 500 tasks, goes on where the connection broke, and changes nothing the second time", async () => {
      const broken = new AbortController();
      const onProgress = ({ kind }: { readonly kind: string }): void => {
        if (kind !== "registered") return;
        if (way === undefined) broken.abort();
        else way.cut();
      };
      const settings = { version, image };
      const failure = remote.register(many, { ...settings, signal: broken.signal, onProgress });
      await expect(failure).rejects.toMatchObject({
        code: expect.stringMatching(/^REGISTRATION_/) as string,
      });
      way?.mend();
      const count = async (): Promise<readonly number[]> => {
        const { entities } = await remote.register(many, settings);
        const created = entities.filter(({ outcome }) => outcome === "created").length;
        return [created, entities.length - created];
      };
      const [created = 0, unchanged = 0] = await count();
      expect(created + unchanged).toBe(500);
      expect(created).toBeLessThan(500);
      expect(await count()).toEqual([0, 500]);
    });

    it("executes with files and signals, fails, and recovers", async () => {
      const map = new TextEncoder().encode("a meadow");
      const execution = await remote.execute(meadow.season, { map }, { version, namePrefix: "first" });
      const changes: Change[] = [];
      const watched = (async () => {
        for await (const change of execution.watch()) changes.push(change);
      })();
      expect(await signalsOf(execution, 2)).toEqual(["release waits", "rows waits"]);
      await expect(execution.setInput("rows", "many")).rejects.toMatchObject({
        code: "SIGNAL_VALUE_INVALID",
      });
      await execution.setInput("rows", 3);
      await execution.approve("release");
      const ended = execution.wait(waiting);
      way?.cut();
      setTimeout(() => way?.mend(), 3000);
      await expect(ended).rejects.toMatchObject({
        code: "EXECUTION_FAILED",
        params: { message: expect.stringContaining("it rained all week") as string },
      });
      await watched;
      expect(changes.filter(({ kind }) => kind === "execution").at(-1)).toMatchObject({ phase: "FAILED" });

      const recovered = await execution.recover({ namePrefix: "again" });
      const { yield: total, copy } = await recovered.wait(waiting);
      expect(total).toBe(10 * 3 * 8);
      expect(await copy.text()).toBe("A MEADOW");
      expect(await (await recovered.inputs()).map.text()).toBe("a meadow");
      expect(await recovered.signals()).toEqual([]);
      expect(
        Object.values(await phasesOf(recovered)).filter((phase) => phase === "RECOVERED").length,
      ).toBeGreaterThan(2);
    });

    it("terminates", async () => {
      const execution = await remote.execute(meadow.idle, {}, { version });
      await expect.poll(async () => (await execution.status()).phase, { timeout: 240_000 }).toBe("RUNNING");
      await execution.terminate("the test has seen enough");
      await expect(execution.wait(waiting)).rejects.toMatchObject({
        code: "EXECUTION_ABORTED",
        params: { cause: "the test has seen enough" },
      });
    });
  },
);
