import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { NodeFailure } from "@flytekit-ts/propeller";
import { connect } from "@flytekit-ts/remote";
import { runCli, type Around, type Ran } from "../support/run-cli.js";
import { daily, gated, garden } from "./garden.js";

/** A cluster of a test, whose tasks are functions, and a command line that speaks to it. */
export interface ScriptedCluster extends TestCluster {
  /** Run a command line against it. */
  readonly run: (argv: readonly string[], around?: Around) => Promise<Ran>;
}

const PLACE = { project: "flytesnacks", domain: "development" } as const;

/** Starts a cluster that has the garden in versions v1 and v2, in the usual project. */
export async function startScripted(): Promise<ScriptedCluster> {
  const cluster = await startTestCluster({
    scripts: {
      "orchard.grow": ({ x }) => ({ o0: Number(x) + 1 }),
      "orchard.plant": () => ({ o0: 4 }),
      "orchard.sum": ({ xs }) => ({ o0: (xs as readonly number[]).reduce((all, each) => all + each, 0) }),
      "garden.water": ({ litres }) => ({ o0: Number(litres) * 2 }),
      "garden.harvest": ({ litres }) => {
        if (Number(litres) <= 100) return { o0: `${String(litres)} baskets` };
        throw new NodeFailure(
          { code: "NoBasket", message: `no basket holds ${String(litres)}`, kind: "USER" },
          false,
        );
      },
    },
  });
  const remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...PLACE });
  for (const version of ["v1", "v2"])
    await remote.register([garden, daily, gated], {
      version,
      image: "garden:v1",
      activate: ["garden.daily"],
      root: import.meta.dirname,
    });
  await remote.close();
  const env = { ...cluster.env, HOME: "/nowhere" };
  return {
    ...cluster,
    run: (argv, around = {}) => runCli(argv, { ...around, env: { ...env, ...around.env } }),
  };
}
