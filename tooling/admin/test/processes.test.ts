import { containerTask, t } from "@flytekit-ts/workflow";
import { TaskExecution_Phase as TaskPhase } from "@flytekit-ts/models/core";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCluster } from "../src/start-test-cluster.js";
import { clientsOf, int } from "./support/cluster.js";

const folder = await mkdtemp(join(tmpdir(), "processes-"));
const shell = (script: string) => ["sh", "-c", script] as const;
const image = "alpine:3.20";
const [inputDir, outputDir] = ["/var/inputs", "/var/outputs"];

const twice = containerTask({
  name: "twice",
  inputs: { n: t.int() },
  outputs: { m: t.int() },
  image,
  inputDir,
  outputDir,
  command: shell(
    `echo of $FLAG $FLYTE_INTERNAL_EXECUTION_ID; printf %s $((2 * $(cat ${inputDir}/n))) > ${outputDir}/m`,
  ),
});
const failing = containerTask({ name: "failing", image, command: shell("echo why >&2; exit 3") });
const long = containerTask({
  name: "long",
  image,
  command: shell(`echo $$ > ${folder}/pid; sleep 600`),
});

let cluster: ReturnType<typeof clientsOf<Awaited<ReturnType<typeof startTestCluster>>>>;
beforeAll(async () => {
  cluster = clientsOf(await startTestCluster());
  await cluster.register([twice, failing, long]);
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true, force: true });
});

/** The one task execution of an execution of a task. */
async function attemptOf(name: string) {
  const executionId = cluster.idOf(name);
  const { nodeExecutions } = await cluster.admin.listNodeExecutions({
    workflowExecutionId: executionId,
    limit: 9,
  });
  const node = nodeExecutions.find(({ id }) => !/^(?:start|end)-node$/u.test(id?.nodeId ?? ""));
  const { taskExecutions } = await cluster.admin.listTaskExecutions({ nodeExecutionId: node?.id, limit: 9 });
  return taskExecutions[0]?.closure;
}

async function logOf(name: string): Promise<string> {
  const uri = (await attemptOf(name))?.logs[0]?.uri;
  return uri === undefined ? "" : (await fetch(uri)).text();
}

it("runs a task as a process, with its environment, and keeps its log", async () => {
  const envs = { values: [{ key: "FLAG", value: "flags" }] };
  await cluster.start("one", "twice", new Map([["n", int(21)]]), { isTask: true, envs });
  expect(await cluster.ended("one")).toBe("SUCCEEDED");
  const { fullOutputs } = await cluster.admin.getExecutionData({ id: cluster.idOf("one") });
  expect(fullOutputs?.literals.get("m")).toEqual(int(42));
  expect(await logOf("one")).toBe("of flags one\n");
});

it("tells of a process that failed", async () => {
  await cluster.start("two", "failing", new Map(), { isTask: true });
  expect(await cluster.ended("two")).toBe("FAILED");
  expect(await attemptOf("two")).toMatchObject({
    phase: TaskPhase.FAILED,
    outputResult: { $case: "error", value: { message: expect.stringContaining("3") } },
  });
  expect(await logOf("two")).toBe("why\n");
});

it("ends the process of an execution that is terminated", async () => {
  await cluster.start("three", "long", new Map(), { isTask: true });
  const file = join(folder, "pid");
  await expect.poll(() => existsSync(file) && readFile(file, "utf8"), { timeout: 20_000 }).toMatch(/\d\n/u);
  const pid = Number(await readFile(file, "utf8"));
  await cluster.admin.terminateExecution({ id: cluster.idOf("three"), cause: "enough" });
  expect(await cluster.ended("three")).toBe("ABORTED");
  await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 20_000 }).toBe(false);
});
