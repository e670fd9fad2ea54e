import { ContainerError_Kind, ExecutionError_ErrorKind } from "@flytekit-ts/models/core";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Container, literal, placeOf } from "../../test/support/container.js";

const { USER, SYSTEM } = ExecutionError_ErrorKind;
const { NON_RECOVERABLE, RECOVERABLE } = ContainerError_Kind;

let container: Container;
beforeEach(() => (container = new Container()));
afterEach(() => container.remove());

describe("execute", () => {
  it("writes the outputs of a task, and nothing else", async () => {
    const left = await container.run({ task: "same", inputs: { x: literal(3) } });
    expect(left).toMatchObject({ exitCode: 0, files: ["outputs.pb"], outcome: { kind: "outputs" }, log: "" });
    expect(left.outputs()).toEqual(new Map([["o0", literal(3)]]));
  });

  it("gives defaults to inputs that are not there", async () => {
    const left = await container.run({ task: "concat", inputs: { a: literal("a") } });
    expect(left.outputs().get("o0")).toEqual(literal("a!"));
  });

  it("takes none for an optional that is not there, but not for a union with none", async () => {
    const left = await container.run({ task: "maybe", inputs: { b: literal(1) } });
    expect(left.outputs().get("o0")).toEqual(literal("undefined 1"));
    container.remove();
    const { error } = await container.run({ task: "maybe", inputs: { a: literal(1) } });
    expect(error().message).toContain("[INPUT_MISSING] task tasks.maybe needs the input b");
  });

  it("ignores inputs of a task without any", async () => {
    const left = await container.run({ task: "noInputs", inputs: { y: literal(1) } });
    expect(left.outputs().get("o0")).toEqual(literal(7));
  });

  it("finds a task that only a workflow of the module uses", async () => {
    const left = await container.run({ task: "hidden", inputs: { x: literal(1) } });
    expect(left.outputs().get("o0")).toEqual(literal(2));
  });

  it("puts files into folders of their own below the raw prefix", async () => {
    const left = await container.run({ task: "writes", inputs: { text: literal("hi") } });
    const [folder = ""] = readdirSync(container.path("raw"));
    expect(folder).toMatch(/^[0-9a-f]{32}$/);
    expect(readFileSync(join(container.path("raw"), folder, "greeting.txt"), "utf8")).toBe("hi");
    expect(JSON.stringify(left.outputs().get("o0"))).toContain(
      `${container.path("raw")}/${folder}/greeting.txt`,
    );
  });

  it("tells an author's error with its class, its text, its line and its task", async () => {
    const { error, exitCode, files, log } = await container.run({
      task: "raises",
      inputs: { text: literal("first\n  second\n\nlast") },
    });
    expect({ exitCode, files }).toEqual({ exitCode: 0, files: ["error.pb"] });
    expect(error()).toMatchObject({
      code: "USER:RuntimeError",
      kind: NON_RECOVERABLE,
      origin: USER,
      worker: "",
    });
    const { message, timestamp } = error();
    expect(message).toMatch(/^Trace:\n\n {4}ValueError: first\n {8}at .*tasks\.ts/);
    expect(message).toContain(placeOf("new ValueError(text)"));
    expect(message).not.toContain("~author");
    expect(message.split("\nMessage:\n\n")[1]).toBe(
      "    ValueError: first\n      second\n\n    last\n    (task tasks.raises, attempt 0)",
    );
    expect(Math.abs(Number(timestamp?.seconds ?? 0n) - Date.now() / 1000)).toBeLessThan(60);
    expect(log).toContain("ValueError: first");
  });

  it("says that another attempt may help where the task says so, with the causes of the error", async () => {
    const { error } = await container.run({
      task: "retried",
      inputs: { text: literal("again") },
      env: { FLYTE_ATTEMPT_NUMBER: "1" },
    });
    expect(error()).toMatchObject({ code: "USER:Recoverable", kind: RECOVERABLE, origin: USER });
    expect(error().message).toContain("Caused by: TypeError: below");
    expect(error().message).toContain("(task tasks.retried, attempt 1)");
  });

  it("takes the code and the time that an error carries", async () => {
    const { error } = await container.run({ task: "coded" });
    expect(error()).toMatchObject({ code: "418", timestamp: { seconds: 1n, nanos: 500_000_000 } });
  });

  it("tells thrown text", async () => {
    const { error } = await container.run({ task: "throwsText" });
    expect(error().message).toContain("string: just text");
  });

  it("writes nothing if the task says so", async () => {
    const { exitCode, files, outcome } = await container.run({ task: "ignored" });
    expect({ exitCode, files, outcome }).toEqual({ exitCode: 0, files: [], outcome: { kind: "nothing" } });
  });

  it("tells that its outputs could not be written, if the error can", async () => {
    mkdirSync(container.path("out/outputs.pb"), { recursive: true });
    const { error, exitCode, files } = await container.run({ inputs: { x: literal(1) } });
    expect({ exitCode, files }).toEqual({ exitCode: 0, files: ["error.pb", "outputs.pb"] });
    expect(error()).toMatchObject({ code: "SYSTEM", kind: RECOVERABLE, origin: SYSTEM });
    expect(error().message).toContain("[STORAGE_KIND_WRONG]");
  });

  it.each([
    ["are not there", "nowhere.pb"],
    ["are a folder", "in"],
  ])("says that another attempt may help if its inputs %s", async (_, name) => {
    const { error } = await container.run({ options: ["--inputs", container.path(name)] });
    expect(error()).toMatchObject({ code: "SYSTEM", kind: RECOVERABLE, origin: SYSTEM });
  });

  it.each([
    [
      "an input that is not given",
      { task: "concat", inputs: {} },
      { code: "USER:RuntimeError", kind: NON_RECOVERABLE, origin: USER },
    ],
    [
      "an input that the task has not",
      { inputs: { x: literal(1), y: literal(1) } },
      { code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM },
    ],
    [
      "an input under another name",
      { inputs: { y: literal(1) } },
      { code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM },
    ],
    [
      "an input of another type",
      { inputs: { x: literal("a") } },
      { code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM },
    ],
    [
      "an input of another type beside a missing one",
      { task: "joins", inputs: { a: literal(1) } },
      { code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM },
    ],
    [
      "an output of another type",
      { task: "wrong" },
      { code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM },
    ],
    [
      "an output beyond int64",
      { task: "tooBig", inputs: { x: literal(100) } },
      { code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM },
    ],
    [
      "a stream of the author's that fails",
      { task: "streams" },
      { code: "USER:RuntimeError", kind: NON_RECOVERABLE, origin: USER },
    ],
    [
      "inputs of an unknown scheme",
      { options: ["--inputs", "nope://b/inputs.pb"] },
      { code: "SYSTEM", kind: RECOVERABLE, origin: SYSTEM },
    ],
    [
      "corrupt inputs",
      { inputs: new Uint8Array([10, 255]) },
      { code: "SYSTEM", kind: RECOVERABLE, origin: SYSTEM },
    ],
    [
      "a checkpoint without a place",
      {
        task: "counts",
        inputs: { by: literal(1) },
        options: ["--checkpoint-path", "{{.checkpointOutputPrefix}}"],
      },
      { code: "USER:RuntimeError", kind: NON_RECOVERABLE, origin: USER },
    ],
    [
      "a module that is not there",
      { tail: ["task-module", "no/module.js", "task-name", "a"] },
      { code: "USER:RuntimeError", kind: NON_RECOVERABLE, origin: USER },
    ],
    [
      "a task that is not there",
      { task: "nowhere" },
      { code: "USER:RuntimeError", kind: NON_RECOVERABLE, origin: USER },
    ],
    [
      "loader arguments that name nothing",
      { tail: ["row", "1"] },
      { code: "USER:RuntimeError", kind: NON_RECOVERABLE, origin: USER },
    ],
  ])("ends %s with the right kind of error", async (_, given, expected) => {
    const { error, exitCode, files } = await container.run(given);
    expect({ exitCode, files }).toEqual({ exitCode: 0, files: ["error.pb"] });
    expect(error()).toMatchObject(expected);
  });
});
