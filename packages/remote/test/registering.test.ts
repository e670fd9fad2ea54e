import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { startAdmin } from "@flytekit-ts/admin";
import type { Entity } from "@flytekit-ts/core";
import { encode } from "@flytekit-ts/models";
import { WorkflowClosure } from "@flytekit-ts/models/admin";
import type { CompiledWorkflowClosure } from "@flytekit-ts/models/core";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { serialize } from "@flytekit-ts/workflow/serialize";
import { conditional, cron, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remoteErrors, type Remote, connect } from "../src/entries/index.js";
import { compiledClosure } from "../src/registration/messages/compiled-closure.js";
import { entityKey } from "../src/registration/messages/entity-key.js";
import { breakableProxy } from "./support/breakable-proxy.js";

// A cluster of one's own may be given: the test registers versions that nobody has.
const given = process.env["FLYTEKIT_TS_CLUSTER"];
const PLACE = { project: "flytesnacks", domain: "development" };
const SETTINGS = { image: "example.com/garden:1" };
const run = Date.now().toString(36);

let endpoint: string;
let close: () => Promise<void> = async () => {};
let remote: Remote;
beforeAll(async () => {
  const admin = given === undefined ? await startAdmin() : undefined;
  endpoint = given ?? admin?.endpoint ?? "";
  remote = await connect({ endpoint, insecure: true, ...PLACE });
  close = async () => {
    await remote.close();
    await admin?.close();
  };
});
afterAll(async () => close());

const water = (retries = 3) =>
  task({ name: "garden.water", inputs: { x: t.int() }, output: t.int(), retries }, ({ x }) => x);
const weigh = (compiledWorkflow: CompiledWorkflowClosure | undefined): number =>
  encode(WorkflowClosure, { compiledWorkflow, createdAt: undefined }).length;

/** The bytes of a compiled workflow, as they are estimated here. */
function weightHere(entity: Entity, version: string): number {
  const serialized = serialize([entity], { ...SETTINGS, ...PLACE, version });
  const tasks = new Map(
    serialized.flatMap(({ kind, id, message }) =>
      kind === "task" && message.template !== undefined ? [[entityKey(id), message.template] as const] : [],
    ),
  );
  const own = serialized.find(({ kind, id }) => kind === "workflow" && id.name === entity.name);
  return own?.kind === "workflow" ? weigh(compiledClosure(own.message, tasks)) : 0;
}

/** The bytes of a compiled workflow, as the cluster has it. */
async function weightThere(name: string, version: string): Promise<number> {
  return weigh((await remote.workflow({ name, version })).compiled);
}

const many = Array.from({ length: 500 }, (_each, i) =>
  task({ name: `garden.many.t${i}`, inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + i),
);

describe("500 tasks", () => {
  it("are registered, and then unchanged", async () => {
    const settings = { ...SETTINGS, version: `${run}.many` };
    const first = await remote.register(many, settings);
    expect(first.entities.map(({ outcome }) => outcome)).toEqual(many.map(() => "created"));
    const second = await remote.register(many, settings);
    expect(second.entities.map(({ outcome }) => outcome)).toEqual(many.map(() => "unchanged"));
    const found: string[] = [];
    for await (const { id } of remote.tasks({ where: { version: settings.version }, pageSize: 150 }))
      found.push(id.name);
    expect(found.toSorted()).toEqual(many.map(({ name }) => name).toSorted());
  });

  it("go on where the connection broke", async () => {
    const proxy = await breakableProxy(endpoint);
    const through = await connect({ endpoint: proxy.endpoint, insecure: true, ...PLACE });
    const settings = { ...SETTINGS, version: `${run}.broken` };
    const cutAt = 200;
    const failure: unknown = await through
      .register(many, {
        ...settings,
        onProgress: (event) => {
          if (event.kind === "registered" && event.done === cutAt) proxy.cut();
        },
      })
      .catch((error: unknown) => error);
    expect(failure).toSatisfy(remoteErrors.REGISTRATION_STOPPED.is);
    const { registered, left } = (failure as { params: Record<"registered" | "left", readonly unknown[]> })
      .params;
    expect(registered.length).toBeGreaterThanOrEqual(cutAt);
    expect(left.length).toBe(many.length - registered.length);
    proxy.mend();
    const { entities } = await through.register(many, settings);
    const unchanged = entities.filter(({ outcome }) => outcome === "unchanged").length;
    // What was under way may have arrived, though nobody was told.
    expect(unchanged).toBeGreaterThanOrEqual(registered.length);
    expect(unchanged).toBeLessThan(many.length);
    await through.close();
    await proxy.close();
  });
});

describe("what changed under the same version", () => {
  const bed = (isWide: boolean) =>
    workflow({ name: "garden.bed", inputs: { x: t.int(), xs: t.list(t.int()) } }, ({ x, xs }) => {
      const watered = water()({ x });
      mapTask(water())({ x: xs });
      conditional("big")
        .if(watered.gt(isWide ? 10 : 9), () => water()({ x }))
        .else(() => water()({ x: 1 }));
    });
  const daily = (hour: number) =>
    launchPlan(bed(true), {
      name: "garden.daily",
      schedule: cron(`0 ${hour} * * *`),
      fixedInputs: { x: 1, xs: [] },
    });
  const settings = { ...SETTINGS, version: `${run}.changed` };
  const differing = async (changed: Entity) => {
    const failure: unknown = await remote.register(changed, settings).catch((error: unknown) => error);
    expect(failure).toSatisfy(remoteErrors.REGISTERED_DIFFERENTLY.is);
    return failure as Error & { params: { differences: readonly unknown[] } };
  };
  beforeAll(async () => void (await remote.register([daily(8)], settings)));

  it("is shown for a task", async () => {
    const { params } = await differing(water(9));
    expect(params.differences).toEqual([
      { path: "/template/metadata/retries/retries", registered: "3", given: "9" },
    ]);
  });

  it("is shown for a workflow, in spite of what the server says", async () => {
    const { params, message } = await differing(bed(false));
    expect(params.differences).toEqual([
      {
        path: expect.stringMatching(
          /^\/template\/nodes\/2\/branchNode\/ifElse\/case\/condition\/.*integer$/,
        ) as unknown,
        registered: '"10"',
        given: '"9"',
      },
    ]);
    expect(message).toContain('"10" is registered, "9" was given');
  });

  it("is shown for a launch plan", async () => {
    const { params } = await differing(daily(9));
    expect(params.differences).toHaveLength(1);
    expect(JSON.stringify(params.differences)).toContain("9 * * *");
  });

  it("is nothing for a second registration from a copy", async () => {
    const { entities } = await remote.register([daily(8)], settings);
    expect(new Set(entities.map(({ outcome }) => outcome))).toEqual(new Set(["unchanged"]));
  });

  it("weighs as much as what the cluster stores", async () => {
    const { version } = settings;
    expect(weightHere(bed(true), version)).toBe(await weightThere("garden.bed", version));
  });
});

describe("code", () => {
  it("is uploaded, found by the containers' arguments, and comes back as it went", async () => {
    const code = { files: ["registering.test.ts"] };
    const settings = { ...SETTINGS, root: import.meta.dirname, code };
    const { version, code: uploaded, entities } = await remote.register([water()], settings);
    expect(version).toMatch(/^[0-9a-f]{32}$/);
    const { closure } = await remote.task({ name: "garden.water", version });
    const target = closure.compiledTask?.template?.target;
    expect(target?.$case === "container" ? target.value.args : []).toContain(uploaded?.uri);
    const chunks: Uint8Array[] = [];
    for await (const chunk of remote.download(uploaded?.uri ?? "")) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    expect(createHash("md5").update(bytes).digest("hex")).toBe(uploaded?.md5);
    expect(gunzipSync(bytes).includes(readFileSync(import.meta.filename))).toBe(true);
    expect(entities.map(({ outcome }) => outcome)).toEqual(["created"]);
    const again = await remote.register([water()], settings);
    expect(again.entities.map(({ outcome }) => outcome)).toEqual(["unchanged"]);
    expect(again.code?.uri).toBe(uploaded?.uri);
  });
});

describe("a package", () => {
  const plot = workflow({ name: "garden.inner", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
    water()({ x }),
  );
  const daily = launchPlan(plot, { name: "garden.inner.daily", fixedInputs: { x: 1 } });
  const mend = task({ name: "garden.mend", inputs: { x: t.int(), xs: t.list(t.int()) } }, () => {});
  const pod = task(
    {
      name: "garden.pod",
      podTemplate: { primaryContainer: "main", podSpec: { containers: [{ name: "main" }] } },
    },
    () => {},
  );
  const season = workflow(
    { name: "garden.all", inputs: { x: t.int(), xs: t.list(t.int()) }, onFailure: mend },
    ({ x, xs }) => {
      const inner = plot({ x });
      mapTask(water())({ x: xs });
      conditional("depth")
        .if(inner.gt(10), () =>
          conditional("inner")
            .if(inner.gt(20), () => plot({ x }))
            .else(() => water()({ x })),
        )
        .else(() => plot({ x: 1 }));
      daily();
      pod();
    },
  );

  it.each(["empty", "placeholders"] as const)("with %s ids registers what its entities do", async (ids) => {
    const version = `${run}.${ids}`;
    const made = await packageEntities([season], { ...SETTINGS, ids, version });
    const first = await remote.register(made);
    const second = await remote.register([season], { ...SETTINGS, version });
    expect(first.entities.map(({ outcome }) => outcome)).toEqual(first.entities.map(() => "created"));
    expect(second.entities.map(({ outcome }) => outcome)).toEqual(first.entities.map(() => "unchanged"));
  });

  it("weighs as much as what the cluster stores, with all kinds of nodes", async () => {
    const version = `${run}.weight`;
    await remote.register([season], { ...SETTINGS, version });
    expect(weightHere(season, version)).toBe(await weightThere("garden.all", version));
  });

  it("with code fills in its place in pods, too", async () => {
    const code = { files: ["registering.test.ts"] };
    const made = await packageEntities([pod], { ...SETTINGS, root: import.meta.dirname, code });
    const { version, code: uploaded } = await remote.register(made);
    const { closure } = await remote.task({ name: "garden.pod", version });
    const target = closure.compiledTask?.template?.target;
    const pods = JSON.stringify(target?.$case === "k8sPod" ? target.value.podSpec : {});
    expect(pods).toContain(uploaded?.uri);
    expect(pods).not.toContain("remote_package_path");
    expect(closure.compiledTask?.template?.config.get("primary_container_name")).toBe("main");
  });
});

describe("launch plans", () => {
  const bed = workflow({ name: "garden.plot", inputs: { x: t.int() } }, ({ x }) => {
    water()({ x });
  });
  const weekly = launchPlan(bed, { name: "garden.weekly", fixedInputs: { x: 1 }, autoActivate: true });

  it("are activated, switched by a new version, and deactivated", async () => {
    const [v1, v2] = [`${run}.p1`, `${run}.p2`];
    const active = async () => (await remote.activeLaunchPlan("garden.weekly"))?.id.version;
    expect((await remote.register([weekly], { ...SETTINGS, version: v1 })).activated).toHaveLength(1);
    expect(await active()).toBe(v1);
    await remote.register([weekly], { ...SETTINGS, version: v2, activate: false });
    expect(await active()).toBe(v1);
    await remote.register([weekly], { ...SETTINGS, version: v2, activate: ["garden.weekly"] });
    expect(await active()).toBe(v2);
    expect((await remote.launchPlan({ name: "garden.weekly", version: v1 })).isActive).toBe(false);
    await remote.activate({ name: "garden.weekly", version: v1 });
    expect(await active()).toBe(v1);
    expect((await remote.deactivate(weekly))?.version).toBe(v1);
    expect(await active()).toBeUndefined();
    expect(await remote.deactivate(weekly)).toBeUndefined();
    // The newest one.
    expect((await remote.activate(weekly)).version).toBe(v2);
  });

  it("of two versions registered at once are both there", async () => {
    const versions = [`${run}.a`, `${run}.b`];
    await Promise.all(
      versions.map(async (version) => remote.register([weekly], { ...SETTINGS, version, activate: true })),
    );
    const found: string[] = [];
    for await (const { id } of remote.launchPlans({
      name: "garden.weekly",
      where: { version: { oneOf: versions } },
    }))
      found.push(id.version);
    expect(found.toSorted()).toEqual(versions);
    expect(versions).toContain((await remote.activeLaunchPlan("garden.weekly"))?.id.version);
  });
});
