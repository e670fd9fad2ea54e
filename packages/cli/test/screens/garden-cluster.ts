import { connect } from "@flytekit-ts/remote";
import { type ScriptedCluster, startScripted } from "../cluster/scripted.js";

/** A cluster for screens: it has the garden, an execution that went well and one that failed. */
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
  await remote.close();
  return cluster;
}
