import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { NodeFailure } from "@flytekit-ts/propeller";
import { connect } from "@flytekit-ts/remote";
import { cron, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, runCli } from "../support/run-cli.js";

const rain = task({ name: "sky.rain", inputs: { at: t.datetime() }, output: t.string() }, ({ at }) =>
  String(at),
);
const shower = workflow({ name: "sky.shower", inputs: { at: t.datetime() }, output: t.string() }, ({ at }) =>
  rain({ at }),
);
const daily = launchPlan(shower, { name: "sky.daily", schedule: cron("0 8 * * *", { kickoffTime: "at" }) });
const DRY = ["2026-05-03", "2026-05-05"];

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startTestCluster({
    scripts: {
      "sky.rain": ({ at }) => {
        const { seconds } = at as { readonly seconds: bigint };
        const day = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
        if (!DRY.includes(day)) return { o0: day };
        throw new NodeFailure({ code: "NoRain", message: `no rain on ${day}`, kind: "USER" }, false);
      },
    },
  });
  const place = { project: "flytesnacks", domain: "development" } as const;
  const remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...place });
  const root = import.meta.dirname;
  await remote.register([shower, daily], { version: "v1", image: "sky:v1", activate: ["sky.daily"], root });
  await remote.close();
});
afterAll(() => cluster.close());

const run = (...argv: readonly string[]): Promise<Ran> =>
  runCli(argv, { env: { ...cluster.env, HOME: "/nowhere" } });
const counted = (text: string, words: string): number => text.split(words).length - 1;

describe("a backfill of which some times fail", () => {
  it.each([
    [["--serial"], ["✓", "✓", "✗"], 1],
    [["--parallel", "--no-fail-fast"], ["✓", "✓", "✗", "✓", "✗", "✓"], 2],
  ] as const)("%j: says which, and each reason once", async (how, marks, failed) => {
    const name = `filled-${failed}`;
    const period = ["--from", "2026-05-01", "--to", "2026-05-07"];
    expect((await run("backfill", "sky.daily", ...period, ...how, "--name", name)).code).toBe(0);
    const { code, stdout, stderr } = await run("execution", "watch", name, "--poll-interval", "50ms");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const [index, mark] of marks.entries())
      expect(stderr).toContain(`${mark} 2026-05-0${index + 1}T08:00:00.000Z (n${index})`);
    for (const [index, day] of DRY.entries())
      expect([day, counted(stderr, `NoRain: no rain on ${day}`)]).toEqual([day, index < failed ? 1 : 0]);
    expect(stderr).toContain(`tsflyte execution recover ${name}`);
  });
});
