import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Execution, type Remote } from "../src/entries/index.js";

const inputs = { rows: t.int(), tree: t.struct("Tree", { kind: t.string(), rings: t.int() }) };
const measure = task(
  { name: "garden.measure", inputs, outputs: { area: t.int(), names: t.list(t.string()) } },
  () => ({ area: 0, names: [] }),
);
const garden = workflow({ name: "garden", inputs, outputs: { area: t.int() } }, (given) => ({
  area: measure(given).area,
}));

let cluster: TestCluster;
let remote: Remote;
let execution: Execution<unknown, unknown>;
beforeAll(async () => {
  const scripts = { "garden.measure": () => ({ area: 2 ** 40, names: ["a", "b"] }) };
  cluster = await startTestCluster({ scripts });
  remote = await connect({
    endpoint: cluster.endpoint,
    insecure: true,
    project: "flytesnacks",
    domain: "development",
  });
  await remote.register(garden, { version: "v1", image: "garden:v1" });
  execution = await remote.execute(garden, { rows: 3, tree: { kind: "oak", rings: 7 } });
  await execution.wait({ pollInterval: 100 });
});
afterAll(async () => {
  await remote.close();
  await cluster.close();
});

const at = (rest: string): string => `flyte://v1/flytesnacks/development/${execution.id.name}/n0/${rest}`;

describe("remote.get", () => {
  it("gives all inputs and outputs of a node, as values and as literals", async () => {
    const given = await remote.get(at("i"));
    expect(given).toMatchObject({ kind: "values", values: { rows: 3, tree: { kind: "oak", rings: 7 } } });
    const made = await remote.get(at("0/o"));
    expect(made).toMatchObject({ kind: "values", values: { area: 2 ** 40, names: ["a", "b"] } });
    expect(made.kind === "values" && [...made.literals.keys()].toSorted()).toEqual(["area", "names"]);
  });

  it("gives one value, of a type if one is given", async () => {
    expect(await remote.get(at("o/area"))).toMatchObject({ kind: "value", value: 2 ** 40 });
    expect(await remote.get(at("o/area"), { type: t.int({ bigint: true }) })).toBe(2n ** 40n);
    expect(await remote.get(at("i/tree"), { type: inputs.tree })).toEqual({ kind: "oak", rings: 7 });
    await expect(remote.get(at("o/area"), { type: t.string() })).rejects.toMatchObject({
      code: "EXECUTION_VALUES_UNREADABLE",
    });
    await expect(remote.get(at("o"), { type: t.int() })).rejects.toMatchObject({ code: "FLYTE_URL_INVALID" });
  });

  it("says what is not there", async () => {
    await expect(remote.get(at("o/gone"))).rejects.toMatchObject({ code: "CLUSTER_REFUSED" });
    await expect(remote.get(at("d"))).rejects.toMatchObject({ code: "CLUSTER_ENTITY_NOT_FOUND" });
    await expect(remote.get(at("o").replace("n0", "n9"))).rejects.toMatchObject({
      code: "CLUSTER_ENTITY_NOT_FOUND",
    });
    await expect(remote.get("flyte://v1/x")).rejects.toMatchObject({ code: "FLYTE_URL_INVALID" });
  });
});
