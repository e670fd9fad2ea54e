import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { connect } from "@flytekit-ts/remote";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCli } from "../support/run-cli.js";
import { orchard } from "./orchard.js";

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startTestCluster({
    scripts: {
      "orchard.grow": ({ x }) => ({ o0: Number(x) + 1 }),
      "orchard.sum": ({ xs }) => ({
        o0: (xs as readonly number[]).reduce((all, each) => all + each, 0),
      }),
    },
  });
  const remote = await connect({
    endpoint: cluster.endpoint,
    insecure: true,
    project: "flytesnacks",
    domain: "development",
  });
  await remote.register(orchard, { version: "v1", image: "orchard:v1", root: import.meta.dirname });
  await remote.close();
});
afterAll(async () => {
  await cluster.close();
});

it("names the nodes of sub-workflows, arms and maps as their author did", async () => {
  const argv = ["run", "orchard.main", "--x", "1", "--xs", "[1, 2, 3]", "--wait", "--poll-interval", "50ms"];
  const { code, stdout, stderr } = await runCli(argv, { env: { ...cluster.env, HOME: "/nowhere" } });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "14\n" });
  for (const line of [
    /✓ grow \(n0\/n0\)/,
    /✓ row \(n0\)/,
    /✓ grow \(n1\/n1-n1\/n0\)/,
    /✓ .*grow.* \(n2\)/,
    /✓ sum \(n4\)/,
  ])
    expect(stderr).toMatch(line);
});
