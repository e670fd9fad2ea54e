import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { buildImage } from "@flytekit-ts/bundle/build-image";
import { lacks } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Around, type Ran, runCli } from "../support/run-cli.js";

let cluster: TestCluster;
let home: string;

const OFTEN = ["--poll-interval", "100ms"];
const here = import.meta.dirname;
const run = (argv: readonly string[], around: Around = {}): Promise<Ran> =>
  runCli(argv, { cwd: here, ...around, env: { ...cluster.env, HOME: home, ...around.env } });
const season = (litres: string, ...more: readonly string[]): Promise<Ran> =>
  run([
    "run",
    "--remote",
    "--image",
    "flow:v1",
    "--destination",
    ".",
    "flow.ts",
    "season",
    "--litres",
    litres,
    ...more,
  ]);

describe.skipIf(lacks("versitygw"))("a cluster whose tasks are processes", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    const image = await buildImage();
    home = mkdtempSync(join(tmpdir(), "home-"));
    const cwd = (): string => mkdtempSync(join(image.folder, "container-"));
    cluster = await startTestCluster({
      processes: { cwd, concurrency: 4, env: { PATH: image.path, HOME: image.folder } },
    });
  }, 180_000);
  afterAll(async () => {
    await cluster.close();
    rmSync(home, { recursive: true });
  });

  it("registers what a file has, executes it, follows it, and prints what it gave", async () => {
    const { code, stdout, stderr } = await season(
      "4",
      "--wait",
      "--name",
      "first",
      "--poll-interval",
      "100ms",
    );
    expect(stderr).toMatch(/✓ task flow\.water/);
    expect(stderr).toMatch(/flow\.season succeeded/);
    expect(stdout).toMatch(/^report +s3:\/\/.*\ntotal +8\n$/);
    expect(code).toBe(0);
    const again = await season("4", "--name", "second", "--json", "--poll-interval", "100ms");
    const registered = again.objects.filter(({ kind }) => kind === "registered");
    expect(registered.map(({ outcome }) => outcome)).toEqual(registered.map(() => "unchanged"));
    expect(again.objects.at(-1)).toMatchObject({ kind: "started", name: "second" });
  });

  it("downloads the files of outputs", async () => {
    const { code, objects, stderr } = await run([
      "execution",
      "outputs",
      "first",
      "-o",
      join(home, "got"),
      "--json",
    ]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const [{ path } = { path: "" }] = (objects[0]?.["files"] ?? []) as readonly { readonly path: string }[];
    expect(readFileSync(path, "utf8")).toBe("8 litres\n");
  });

  it("downloads the files of outputs that are stored apart, and says which those are", async () => {
    const remote = ["--remote", "--image", "flow:v1", "--destination", "."];
    const ran = await run(["run", ...remote, "apart.ts", "pages", "--wait", "--name", "apart", ...OFTEN]);
    expect(ran.code).toBe(0);
    const argv = ["execution", "outputs", "apart", "-o", join(home, "apart")];
    const { code, stdout, stderr } = await run(argv);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^lines {2}s3:\/\/.*\npages {2}s3:\/\/.*\n$/) as string,
    });
    for (const name of ["pages", "lines"])
      expect(stderr).toMatch(
        new RegExp(`^${name} is large, and stored apart: what is shown is where \\(\\d+ bytes\\)\\.$`, "m"),
      );
    const files = [...stderr.matchAll(/^downloaded (.*)$/gm)].map(([, path = ""]) => path);
    expect(files.map((path) => [relative(home, dirname(path)), readFileSync(path, "utf8")])).toEqual([
      ["apart/pages/0", "one"],
      ["apart/pages/1", "two"],
    ]);
  });

  it("ends with 1 where the execution fails, and says why and where", async () => {
    const { code, stdout, stderr } = await season(
      "40",
      "--wait",
      "--name",
      "third",
      "--poll-interval",
      "100ms",
    );
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("80 litres are too many");
    expect(stderr).toMatch(/breaks.*\(n1\)/);
    expect(stderr).toContain("/executions/third");
  });

  it("ends with 3 where somebody terminates it, and goes on after Ctrl-C", async () => {
    const controller = new AbortController();
    const idle = [
      "run",
      "-r",
      "-i",
      "flow:v1",
      "--destination",
      ".",
      "flow.ts",
      "idle",
      "--wait",
      "--name",
      "long",
      "--poll-interval",
      "100ms",
    ];
    const left = run(idle, { signal: controller.signal });
    const phase = async (): Promise<unknown> =>
      (await run(["execution", "get", "long", "--json"])).objects[0]?.["phase"];
    await expect.poll(phase, { timeout: 60_000, interval: 200 }).toBe("RUNNING");
    controller.abort(new DOMException("Ctrl-C was pressed.", "AbortError"));
    const { code, stderr } = await left;
    expect(code).toBe(130);
    expect(stderr).toContain("tsflyte execution watch long");
    expect(await phase()).toBe("RUNNING");

    const watched = run(["execution", "watch", "long", "--poll-interval", "100ms"]);
    const ended = await run(["execution", "terminate", "long", "--cause", "seen enough"]);
    expect(ended).toMatchObject({ code: 0, stdout: "long is being terminated.\n" });
    const { code: aborted, stderr: why } = await watched;
    expect(aborted).toBe(3);
    expect(why).toContain("seen enough");
  });

  it("runs what is registered, by its name", async () => {
    const { code, stdout, stderr } = await run([
      "run",
      "flow.water",
      "--litres",
      "21",
      "--wait",
      "--poll-interval",
      "100ms",
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "42\n" });
    expect(stderr).toContain("flow.water succeeded");
  });
});
