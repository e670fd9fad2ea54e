import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { buildImage } from "@flytekit-ts/bundle/build-image";
import { readRun, rerunLocal } from "@flytekit-ts/local-exec/journal";
import { bundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { lacks } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clusterFiles, fetchRun } from "../../src/entries/fetch-run.js";
import { type Change, connect, type Remote } from "../../src/entries/index.js";

const PLACE = { project: "flytesnacks", domain: "development" };

let cluster: TestCluster;
let remote: Remote;
let module: typeof import("./yard.js");
let journal: string;

describe.skipIf(lacks("versitygw"))("an execution whose tasks are processes", () => {
  beforeAll(async () => {
    journal = mkdtempSync(join(tmpdir(), "fetched-"));
    const image = await buildImage();
    const cwd = (): string => mkdtempSync(join(image.folder, "container-"));
    const processes = { cwd, concurrency: 4, env: { PATH: image.path, HOME: image.folder } };
    cluster = await startTestCluster({ processes });
    remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...PLACE });
    const home = join(image.folder, "bundle");
    const made = await bundle({ entry: "yard.ts", root: import.meta.dirname });
    module = (await import(pathToFileURL(writeBundle(made, home)).href)) as typeof module;
    await remote.register([module.yard], {
      ...{ version: "v1", image: "yard:v1", environment: cluster.env, root: home },
      code: { bundle: made, destination: "." },
    });
  }, 180_000);
  afterAll(async () => {
    await remote.close();
    await cluster.close();
    rmSync(journal, { recursive: true, force: true });
  });

  it("is watched to its end, and what failed inside of a dynamic runs here with its file", async () => {
    const execution = await remote.execute(module.yard, { trees: [3, 1, 4] });
    const changes: Change[] = [];
    for await (const change of execution.watch({ pollInterval: 100, callsPerSecond: 200 }))
      changes.push(change);
    expect(changes.at(-1)).toMatchObject({ kind: "execution", phase: "FAILED" });
    const failures = changes.flatMap((each) =>
      each.kind === "task" && each.task.phase === "FAILED"
        ? [`${each.path} ${each.task.task} ${each.task.attempt}`]
        : [],
    );
    expect(failures).toContain("n2/dn2 yard.count 1");
    const items = changes.filter((each) => each.kind === "item" && each.item.phase === "SUCCEEDED");
    expect(items).toHaveLength(3);

    const { run, failed, notes } = await fetchRun(remote, execution.id, { entity: module.yard, journal });
    expect({ failed, notes }).toEqual({ failed: ["n2/dn2"], notes: [] });
    const kept = await readRun(journal, run);
    const attempt = kept.nodes.get("n2/dn2")?.attempts.at(-1);
    expect(attempt).toMatchObject({ attempt: 1, state: "failed" });
    expect(String(Reflect.get(Object(attempt?.error?.cause), "message"))).toContain("3 trees in it");
    // 3 lines, and 2 that has doubled twice; the last node doubles that.
    const { result } = rerunLocal(module.yard, {
      journal,
      run,
      from: "n2/dn2",
      storage: clusterFiles(remote),
    });
    expect(await result).toBe(22);
  });
});
