import { connect, type Execution } from "@flytekit-ts/remote";
import { expect, vi } from "vitest";
import { type ScriptedCluster, startScripted } from "../cluster/scripted.js";

/**
 * A cluster for screens: it has the garden, an execution that went well, one that failed, one that waits for a value, and
 * one that waits for an approval.
 */
export async function gardenCluster(): Promise<ScriptedCluster> {
  const cluster = await startScripted();
  const remote = await connect({
    endpoint: cluster.endpoint,
    insecure: true,
    project: "flytesnacks",
    domain: "development",
  });
  for (const [name, litres] of [
    ["good-one", 3],
    ["bad-one", 99],
  ] as const) {
    const daily = { kind: "launch-plan", name: "garden.daily" } as const;
    const execution = await remote.execute(daily, { litres }, { name, labels: { bed: "north" } });
    await execution.wait({ pollInterval: 50 }).catch(() => undefined);
  }
  const gated = { kind: "workflow", name: "garden.gated" } as const;
  await waiting(await remote.execute(gated, {}, { name: "waiting-one" }), "amount");
  const asked = await remote.execute(gated, {}, { name: "asked-one" });
  await waiting(asked, "amount");
  await asked.setInput("amount", 5);
  await waiting(asked, "release");
  await remote.close();
  return cluster;
}

async function waiting(execution: Execution, signal: string): Promise<void> {
  const pending = async (): Promise<readonly string[]> =>
    (await execution.signals()).filter(({ isPending }) => isPending).map(({ name }) => name);
  await vi.waitFor(async () => expect(await pending()).toContain(signal), { timeout: 20_000, interval: 50 });
}
