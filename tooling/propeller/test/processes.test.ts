import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { encode } from "@flytekit-ts/models";
import { TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { LiteralType, TaskTemplate } from "@flytekit-ts/models/core";
import { afterAll, describe, expect, it } from "vitest";
import { readOptions } from "../src/cli/options.js";
import { runPackage } from "../src/cli/run-package.js";
import { diskStore } from "../src/data/disk-store.js";
import { Engine } from "../src/engine/engine.js";
import { processRunner } from "../src/pods/process-runner.js";
import { render } from "../src/pods/render.js";
import { Registry } from "../src/registry/registry.js";
import { NodeFailure } from "../src/values/failure.js";
import { primitiveOf, scalarOf } from "../src/values/literals.js";
import { call, INT, int, task, workflow } from "./support/messages.js";
import { tar } from "./support/tar.js";

const folder = mkdtempSync(join(tmpdir(), "propeller-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function podOf(script: string, env: Readonly<Record<string, string>> = {}) {
  const command = [process.execPath, "-e", script];
  const call = { inputs: new Map(), outputPrefix: "", item: undefined, attempt: 0 };
  return { name: "pod", node: ["n0"], task: TaskTemplate.create({}), image: "", command, env, ...call };
}

const endless = new AbortController().signal;

describe("a process in place of a container", () => {
  it("has its own environment, and ends with its code and the end of its log", async () => {
    const { run } = processRunner();
    const script = "console.log(process.env.A, process.env.HOME); process.exitCode = 3";
    expect(await run(podOf(script, { A: "a" }), endless)).toEqual({ exitCode: 3, log: "a undefined\n" });
  });

  it("says which signal ended it, and whether it could start", async () => {
    const { run } = processRunner({ commands: { absent: [join(folder, "absent")] } });
    expect(await run(podOf("process.kill(process.pid, 'SIGKILL')"), endless)).toMatchObject({
      exitCode: 137,
    });
    const absent = { ...podOf(""), command: ["absent"] };
    expect(await run(absent, endless)).toMatchObject({ exitCode: 128, reason: "StartError" });
  });

  it("ends with what it started when it is to end", async () => {
    const abort = new AbortController();
    const { run } = processRunner({ onOutput: () => abort.abort(new Error("enough")) });
    const script = `require("node:child_process").spawn(process.execPath, ["-e", "console.log(1); setInterval(() => {}, 1000)"], { stdio: "inherit" })`;
    await expect(run(podOf(script), abort.signal)).rejects.toThrow("enough");
    await expect(run(podOf(""), abort.signal)).rejects.toThrow("enough");
  });
});

describe("a placeholder", () => {
  const values = {
    input: "in/inputs.pb",
    inputPrefix: "in",
    outputPrefix: "out",
    rawOutputDataPrefix: "raw",
    checkpointOutputPrefix: "check",
    prevCheckpointPrefix: undefined,
    perRetryUniqueKey: "key",
    taskTemplatePath: "task.pb",
    namespace: "proj-development",
    inputs: new Map([["x", int(3)]]),
  };

  it.each([
    ["{{.input}}", "in/inputs.pb"],
    ["a {{ .OutputPrefix }} b {{$input}}", "a out b in/inputs.pb"],
    ["{{ .Inputs.x }}", "3"],
    ["{{.prevCheckpointPrefix}}", '""'],
    ["{{ .remote_package_path }} {{.unknown}}", "{{ .remote_package_path }} {{.unknown}}"],
  ])("%s stands for %s", (text, meant) => {
    expect(render(text, values)).toBe(meant);
  });

  it("of an input that there is not is refused", () => {
    expect(() => render("{{.inputs.y}}", values)).toThrow(NodeFailure);
  });
});

describe("the command", () => {
  const entities = [task("inc"), workflow("wf", [call("n0", "inc", { x: ".x" })])];
  const [inc, wf] = entities;
  const archive = join(folder, "package.tgz");
  if (inc?.kind === "task" && wf?.kind === "workflow") {
    const files = { "0_1.pb": encode(TaskSpec, inc.spec), "1_2.pb": encode(WorkflowSpec, wf.spec) };
    writeFileSync(archive, gzipSync(tar(files)));
  }
  writeFileSync(join(folder, "inputs.json"), '{"x": 1}');
  writeFileSync(join(folder, "inc.cjs"), "console.log('hello'); process.exitCode = 1;");

  it("prints what becomes of nodes, and what processes print", async () => {
    const options = readOptions([
      ...["run", archive, "wf", "--inputs", join(folder, "inputs.json"), "--data", join(folder, "data")],
      ...["--command", `inc=${process.execPath} ${join(folder, "inc.cjs")}`],
    ]);
    const lines: string[] = [];
    expect(await runPackage(options, (line) => lines.push(line))).toBe(false);
    const [started, printed, ended, phase] = lines;
    expect(started).toMatch(/^run\w+ n0 RUNNING$/);
    expect(printed).toMatch(/ \| hello$/);
    expect(ended).toMatch(/^run\w+ n0 FAILED RetriesExhausted\|Error$/);
    expect(phase).toMatch(/^FAILED RetriesExhausted\|Error: \[1\/1\] currentAttempt done/);
  });

  it.each([
    [["run"]],
    [["run", "a.tgz", "wf", "--concurrency", "0"]],
    [["run", "a.tgz", "wf", "--command", "x"]],
  ])("refuses %j", (argv) => {
    expect(() => readOptions(argv)).toThrow(TypeError);
  });
});

describe("a container that knows nothing of Flyte", () => {
  const STRING = LiteralType.create({ type: { $case: "simple", value: 3 } });
  const FILE = LiteralType.create({ type: { $case: "blob", value: { format: "txt", dimensionality: 0 } } });
  const dataConfig = { enabled: true, inputPath: "/var/inputs", outputPath: "/var/outputs/" };
  const raw = (script: string) => {
    const value = {
      image: "node",
      command: [process.execPath, "-e", script],
      args: ["{{.inputs.x}}"],
      dataConfig,
    };
    const out = { twice: INT, text: STRING, file: FILE };
    return [
      task("raw", { type: "raw-container", target: { $case: "container", value }, out }),
      workflow("wf", [call("n0", "raw", { x: ".x" })]),
    ];
  };
  const run = async (script: string) => {
    const registry = new Registry();
    for (const entity of raw(script)) registry.add(entity);
    const store = diskStore;
    const engine = new Engine({ registry, store, pods: processRunner(), dataRoot: join(folder, "copilot") });
    return engine.execute("wf", { inputs: new Map([["x", int(21)]]) });
  };
  const write = (name: string, value: string): string =>
    `require("node:fs").writeFileSync("/var/outputs/${name}", ${value});`;
  const x = `Number(require("node:fs").readFileSync("/var/inputs/x"))`;

  it("has its inputs and outputs as files", async () => {
    const { nodes, failure } = await run(
      write("twice", `String(2 * ${x})`) + write("text.md", "process.argv[1]") + write("file", `"bytes"`),
    );
    expect(failure).toBeUndefined();
    const outputs = nodes.get("n0")?.outputs;
    expect(primitiveOf(outputs?.get("twice"))).toEqual({ $case: "integer", value: 42n });
    expect(primitiveOf(outputs?.get("text"))).toEqual({ $case: "stringValue", value: "21" });
    const blob = scalarOf(outputs?.get("file"));
    const uri = blob?.$case === "blob" ? blob.value.uri : "";
    expect(Buffer.from((await diskStore.read(uri)) ?? []).toString()).toBe("bytes");
  });

  it.each([
    ["leaves an error", write("_ERROR", `"no data"`), "UserContainerError: no data"],
    ["leaves no output", "", "OutputUploadFailed: the container left no file for twice"],
    [
      "leaves another value",
      write("twice", `"two"`),
      "OutputUploadFailed: the output file twice holds no integer",
    ],
    ["fails", "process.exitCode = 2", "RetriesExhausted|Error: [1/1] currentAttempt done"],
  ])("that %s fails", async (_, script, problem) => {
    const { failure } = await run(script);
    expect(`${failure?.code}: ${failure?.message}`).toContain(problem);
  });
});
