import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Admin, startAdmin } from "@flytekit-ts/admin";
import { toLiterals } from "@flytekit-ts/core/literals";
import { mock, startLocal } from "@flytekit-ts/local-exec";
import { readRun, rerunLocal, resumeLocal } from "@flytekit-ts/local-exec/journal";
import {
  approve,
  conditional,
  dynamic,
  launchPlan,
  mapTask,
  referenceTask,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PLACE, registerOn, reportRun } from "../../test/on-cluster.js";
import { openConnection } from "../connection/open-connection.js";
import type { Connection } from "../connection/connection.js";
import { errors } from "../errors.js";
import { fetchRun } from "./fetch-run.js";
import { loadLocalExec } from "./load-local-exec.js";

const one = { x: t.int() };
const ran: string[] = [];
let isDown = false;
const inc = task({ name: "inc", inputs: one, output: t.int() }, ({ x }) => {
  ran.push("inc");
  return x + 1;
});
const send = task({ name: "send", inputs: one, output: t.int() }, ({ x }) => {
  ran.push(`send ${x}`);
  if (isDown) throw new Error("the service is down");
  return x * 10;
});
const stepInPython = task({ name: "garden.grow", inputs: one, output: t.int() }, ({ x }) => x);
const python = referenceTask({ ...PLACE, version: "v1", name: "garden.grow", inputs: one, output: t.int() });
const pair = workflow({ name: "pair", inputs: one, output: t.int() }, ({ x }) => send({ x: inc({ x }) }));
const plan = launchPlan(pair, { name: "pair.plan" });
const grown = dynamic({ name: "grown", inputs: one, output: t.int() }, ({ x }) => {
  let y = inc({ x });
  for (let i = 1; i < x; i += 1) y = inc({ x: y });
  return y;
});
const all = workflow(
  { name: "all", inputs: { x: t.int(), xs: t.list(t.int()) }, output: t.int() },
  ({ x, xs }) => {
    const first = python({ x });
    mapTask(inc)({ x: xs });
    const more = waitForInput("more", t.int());
    const checked = conditional("size")
      .if(first.gt(100), () => inc({ x }))
      .else(() => pair({ x: first }));
    grown({ x: more });
    return send({ x: plan({ x: approve(checked, "fine") }) });
  },
);
const options = { mocks: [mock(python, ({ x }) => x - 1)], gates: { fine: true, more: 3 } };

let admin: Admin;
let connection: Connection;
let journal: string;
beforeAll(async () => {
  admin = await startAdmin();
  const config = { endpoint: admin.endpoint, insecure: true, insecureSkipVerify: false, ...PLACE };
  connection = openConnection({ ...config, auth: { type: "pkce" }, sources: new Map() });
  await registerOn(connection, stepInPython, all);
});
afterAll(async () => {
  await connection.close();
  await admin.close();
});
beforeEach(async () => {
  journal = await mkdtemp(join(tmpdir(), "fetched-"));
  ran.length = 0;
});
afterEach(async () => rm(journal, { recursive: true, force: true }));

/** An execution of `all` in which everything succeeds, or what sends fails. */
async function executed(execution: string, fails: boolean): Promise<void> {
  const inputs = { x: 3, xs: [1, 2] };
  isDown = fails;
  const run = startLocal(all, inputs, options);
  await run.result.catch(() => {});
  isDown = false;
  ran.length = 0;
  const literals = toLiterals(all.interface.inputs, inputs);
  await reportRun({ connection, execution, entity: all, inputs: literals, events: run.events() });
}

describe("fetchRun", () => {
  it("runs here what failed on the cluster, with the inputs that it had there", async () => {
    await executed("failed", true);
    const { run, failed, notes } = await fetchRun({ connection }, "failed", { entity: all, journal });
    expect(notes).toEqual([]);
    expect(failed).toEqual(["n3/n3-n1/n1"]);
    const kept = await readRun(journal, run);
    expect(kept.header.origin).toBe(`flytesnacks/development/failed at ${admin.endpoint}`);
    expect(kept.nodes.get("n3/n3-n1/n1")?.attempts.at(-1)?.error?.message).toContain("the service is down");
    // Nothing but that one runs, without a mock for Python's task.
    isDown = true;
    const [from = ""] = failed;
    const { result } = rerunLocal(all, { journal, run, from, gates: options.gates });
    await expect(result).rejects.toMatchObject({ cause: { message: "the service is down" } });
    // What had not ended there when it failed runs too.
    expect(ran.filter((each) => each !== "inc")).toEqual(["send 3"]);
    isDown = false;
    ran.length = 0;
    expect(await resumeLocal(all, { journal, run, gates: options.gates }).result).toBe(3100);
    expect(ran.filter((each) => each.startsWith("send"))).toEqual(["send 3", "send 31", "send 310"]);
  });

  it("repeats from any node of an execution that succeeded", async () => {
    await executed("succeeded", false);
    const { run, failed, notes } = await fetchRun({ connection }, "succeeded", { entity: all, journal });
    expect({ failed, notes }).toEqual({ failed: [], notes: [] });
    const kept = await readRun(journal, run);
    const paths = [...kept.nodes.keys()];
    expect(paths).toEqual(expect.arrayContaining(["n1/n1", "n2", "n3/n3-n1/n0", "n4/dn0", "n5", "n6>n1"]));
    for (const from of paths) {
      if (from === "n0") continue;
      const { result } = rerunLocal(all, { journal, run, from, gates: options.gates });
      expect([from, await result]).toEqual([from, 3100]);
    }
  });

  it("leaves out what has changed since, and names it", async () => {
    await executed("older", false);
    const changed = workflow(
      { name: "all", inputs: { x: t.int(), xs: t.list(t.int()) }, output: t.int() },
      ({ x, xs }) => {
        const first = send({ x });
        mapTask(inc)({ x: xs });
        return first;
      },
    );
    const { notes, recorded } = await fetchRun({ connection }, "older", { entity: changed, journal });
    expect(recorded).toContain("n1");
    expect(notes).toEqual(
      expect.arrayContaining([
        { path: "n0", problem: "was garden.grow, and is send now" },
        { path: "n2", problem: "is not in the graph any more" },
      ]),
    );
  });

  it("fetches the run of a single task", async () => {
    isDown = true;
    const run = startLocal(send, { x: 7 });
    await run.result.catch(() => {});
    await reportRun({
      ...{ connection, execution: "alone", entity: send },
      inputs: toLiterals(send.interface.inputs, { x: 7 }),
      events: run.events(),
    });
    isDown = false;
    ran.length = 0;
    const fetched = await fetchRun({ connection }, "alone", { entity: send, journal });
    expect(fetched).toMatchObject({ failed: ["n0"], notes: [] });
    expect(await rerunLocal(send, { journal, run: fetched.run, from: "n0" }).result).toBe(70);
    expect(ran).toEqual(["send 7"]);
  });

  it("fetches values that the cluster only links to, up to a size", async () => {
    const linking = await startAdmin({ mostInlineBytes: 4 });
    const config = { endpoint: linking.endpoint, insecure: true, insecureSkipVerify: false, ...PLACE };
    const other = openConnection({ ...config, auth: { type: "pkce" }, sources: new Map() });
    await registerOn(other, pair);
    const run = startLocal(pair, { x: 1 });
    await run.result;
    await reportRun({
      ...{ connection: other, execution: "linked", entity: pair },
      inputs: toLiterals(pair.interface.inputs, { x: 1 }),
      events: run.events(),
    });
    const whole = await fetchRun({ connection: other }, "linked", { entity: pair, journal });
    expect(whole).toMatchObject({ recorded: ["n0", "n1"], notes: [] });
    const small = await fetchRun({ connection: other }, "linked", { entity: pair, journal, maxBytes: 1 });
    const [{ problem } = { problem: "" }] = small.notes.filter(({ path }) => path === "n0");
    expect(problem).toMatch(/^has outputs that are not known: they have \d+ bytes, and maxBytes is 1$/);
    const { result } = rerunLocal(pair, { journal, run: small.run, from: "n1" });
    expect(await result).toBe(20);
    await other.close();
    await linking.close();
  });

  it("says that the package for local runs is missing", async () => {
    const missing = Object.assign(new Error("Cannot find package '@flytekit-ts/local-exec'"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
    await expect(loadLocalExec(async () => Promise.reject(missing))).rejects.toSatisfy(
      errors.LOCAL_EXEC_MISSING.is,
    );
  });
});
