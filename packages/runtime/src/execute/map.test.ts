import { ContainerError_Kind, ExecutionError_ErrorKind } from "@flytekit-ts/models/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Container, literal, loaderOf } from "../../test/support/container.js";

const { SYSTEM, USER } = ExecutionError_ErrorKind;
const { NON_RECOVERABLE } = ContainerError_Kind;

let container: Container;
beforeEach(() => (container = new Container()));
afterEach(() => container.remove());

const at = (index: string) => ({
  BATCH_JOB_ARRAY_INDEX_VAR_NAME: "FLYTE_K8S_ARRAY_INDEX",
  FLYTE_K8S_ARRAY_INDEX: index,
});
const xs = { x: literal([5, 6, 7]) };

describe("mapExecute", () => {
  it.each([
    ["the index", at("1"), 6],
    ["the index and an offset", { ...at("1"), BATCH_JOB_ARRAY_INDEX_OFFSET: "1" }, 7],
    ["an offset alone", { BATCH_JOB_ARRAY_INDEX_OFFSET: "2" }, 7],
    ["nothing, which is the first item", {}, 5],
    ["a negative index, which counts from the end", at("-1"), 7],
  ])("finds its item by %s", async (_, env, expected) => {
    const left = await container.run({ isMap: true, inputs: xs, env });
    expect(left.outputs()).toEqual(new Map([["o0", literal(expected)]]));
  });

  it("gives bound inputs whole", async () => {
    const left = await container.run({
      isMap: true,
      inputs: { a: literal(["p", "q"]), b: literal(["r", "s"]), sep: literal("-") },
      tail: ["--", "vars", "sep", ...loaderOf("joins")],
      env: at("1"),
    });
    expect(left.outputs().get("o0")).toEqual(literal("q-s"));
  });

  it("names the item in the message of its error", async () => {
    const { error } = await container.run({ isMap: true, task: "oddOnly", inputs: xs, env: at("1") });
    expect(error()).toMatchObject({ code: "USER:RuntimeError", origin: USER });
    expect(error().message).toContain(
      "ValueError: 6 is even\n    (task tasks.oddOnly, item 1 of its map, attempt 0)",
    );
  });

  it.each([
    ["an index beyond the list", xs, at("3")],
    [
      "lists of different lengths",
      { a: literal(["p"]), b: literal(["r", "s"]), sep: literal(["-"]) },
      at("0"),
    ],
    ["an input that is no list", { x: literal(1) }, at("0")],
    ["an input that is not given", {}, at("0")],
  ])("refuses %s, for good", async (_, inputs, env) => {
    const { error, exitCode } = await container.run({
      isMap: true,
      task: "a" in inputs ? "joins" : "same",
      inputs,
      env,
    });
    expect(exitCode).toBe(0);
    expect(error()).toMatchObject({ code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM });
  });

  it.each([
    ["the variable of the index is not set", { BATCH_JOB_ARRAY_INDEX_VAR_NAME: "NOT_SET" }],
    ["the index is no number", at("zero")],
    ["the offset is no number", { BATCH_JOB_ARRAY_INDEX_OFFSET: "x" }],
  ])("ends with 1 and writes nothing if %s", async (_, env) => {
    const { exitCode, files, log } = await container.run({ isMap: true, inputs: xs, env });
    expect({ exitCode, files }).toEqual({ exitCode: 1, files: [] });
    expect(log).toContain("[CONTAINER_INVALID]");
  });

  it("writes no deck", async () => {
    const { files } = await container.run({ isMap: true, task: "withDeck", inputs: xs });
    expect(files).toEqual(["outputs.pb"]);
  });
});
