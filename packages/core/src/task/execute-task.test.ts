import { inspect } from "node:util";
import { runInNewContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { rejection } from "../../test/support/caught.js";
import { fromLiteral, packed, primitive, toLiteral } from "../../test/support/convert.js";
import { here } from "../../test/support/here.js";
import { t } from "../makers/t.js";
import type { OutSpec, Shape, Values } from "../types/infer.js";
import { executeTask, type Literals } from "./execute-task.js";
import { testContext } from "./test-context.js";
import type { Task } from "./function-task.js";
import { task } from "./task.js";
import type { TaskEntity } from "./task-entity.js";

const run = (entity: unknown, inputs: Literals = new Map()): Promise<Literals> =>
  Promise.resolve(executeTask(entity as TaskEntity, inputs, testContext()));
const one = new Map([["x", primitive({ $case: "integer", value: 1n })]]);

function failing(fn: () => unknown): Task<{}, Shape> {
  return task({ name: "m.failing" }, fn as never) as never;
}

function returning(output: OutSpec, value: unknown): Task<Shape, OutSpec> {
  return task({ name: "m.returning", output: output as never }, () => value as never) as never;
}

describe("executeTask", () => {
  it("runs a sync function: literals in, literals out", async () => {
    const add = task(
      { name: "m.add", inputs: { x: t.int(), y: t.int().default(2) }, output: t.float() },
      ({ x, y }) => x + y,
    );
    const outputs = await run(add, one);
    expect([...outputs.keys()]).toEqual(["o0"]);
    expect(outputs.get("o0")).toEqual(primitive({ $case: "floatValue", value: 3 }));
  });

  it("waits for an async function, and for a promise of another realm", async () => {
    const later = task({ name: "m.later", output: t.int() }, async () => Promise.resolve(5));
    expect(fromLiteral(t.int(), (await run(later)).get("o0") ?? packed(""))).toBe(5);
    const thenable = returning(t.int(), runInNewContext("Promise.resolve(6)"));
    expect(fromLiteral(t.int(), (await run(thenable)).get("o0") ?? packed(""))).toBe(6);
  });

  it("gives the function plain values and its context", async () => {
    const seen: unknown[] = [];
    const inputs = {
      when: t.datetime(),
      rows: t.list(t.struct("R", { x: t.int() })),
      no: t.optional(t.int()),
    };
    const look = task(
      { name: "m.look", inputs },
      (values: Values<typeof inputs>, context) => void seen.push(values, context),
    );
    const context = testContext({ attempt: 3 });
    const given = new Map([
      ["when", toLiteral(t.datetime(), new Date(5))],
      ["rows", packed("91 81 a178 01")],
      ["unknown", packed("c0")],
    ]);
    await executeTask(look, given, context);
    expect(seen).toEqual([{ when: new Date(5), rows: [{ x: 1 }], no: undefined }, context]);
    expect(seen[1]).toBe(context);
  });

  it("has named outputs in declared order, defaults and none filled in", async () => {
    const outputs = { a: t.int(), b: t.int().default(2), c: t.optional(t.int()) };
    const made = await run(task({ name: "m.named", outputs }, () => ({ a: 1 }) as never));
    expect([...made].map(([name, literal]) => [name, fromLiteral(outputs[name as "a"], literal)])).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", undefined],
    ]);
  });

  it("gives nothing for a task without outputs, whatever its function returns", async () => {
    expect(await run(task({ name: "m.void" }, () => 5 as never))).toEqual(new Map());
  });

  it.each([
    [
      "a wrong input",
      new Map([["x", toLiteral(t.string(), "hunter2")]]),
      "x should be integer, but was a string literal",
    ],
    ["a missing input", new Map(), "x should be integer, but was nothing"],
    [
      "broken bytes",
      new Map([["x", packed("c1")]]),
      "MessagePack is malformed at byte 0: byte 0xc1 does not begin a value",
    ],
  ])("refuses %s, and runs nothing", async (_what, inputs, problem) => {
    let ran = false;
    const square = task({ name: "m.square", inputs: { x: t.int() } }, () => {
      ran = true;
    });
    const error = await rejection(run(square, inputs));
    expect(error).toMatchObject({
      code: "TASK_INPUTS_INVALID",
      text: `Task m.square was given wrong inputs: ${problem}.`,
    });
    expect(error.cause).toBeDefined();
    expect(ran).toBe(false);
  });

  it.each([
    ["another type", returning(t.int(), "hunter2"), "output", "output should be integer, but was a string"],
    ["a fraction", returning(t.int(), 0.5), "output", "output should be integer, but was the number 0.5"],
    ["nothing", returning(t.int(), undefined), "output", "output should be integer, but was nothing"],
    [
      "a wrong element",
      returning(t.list(t.int()), [1, "2"]),
      "output",
      "output[1] should be integer, but was a string",
    ],
    [
      "no object of outputs",
      task({ name: "m.returning", outputs: { a: t.int() } }, () => 5 as never),
      "outputs",
      "The value should be object of outputs, but was the number 5",
    ],
    [
      "a missing output",
      task({ name: "m.returning", outputs: { a: t.int() } }, () => ({}) as never),
      "outputs",
      "a should be integer, but was nothing",
    ],
    [
      "an unknown output",
      task({ name: "m.returning", outputs: { a: t.int() } }, () => ({ a: 1, b: 2 }) as never),
      "outputs",
      "b should be nothing (there is no such variable), but was a value",
    ],
  ])("refuses a result that is %s", async (_what, entity, at, problem) => {
    const error = await rejection(run(entity));
    expect(error).toMatchObject({
      code: "TASK_OUTPUT_INVALID",
      text: `Task m.returning returned a wrong value for its ${at}: ${problem}.`,
    });
    expect(error.location).toEqual(entity.definedAt.location);
    expect(error.cause).toMatchObject({ code: "VALUE_TYPE_MISMATCH" });
  });

  it("takes an object of outputs of another realm", async () => {
    const entity = task(
      { name: "m.realm", outputs: { a: t.int() } },
      () => runInNewContext("({ a: 1 })") as never,
    );
    expect([...(await run(entity)).keys()]).toEqual(["a"]);
  });

  it.each([
    ["an error", new TypeError("broken"), "broken"],
    ["an error of another realm", runInNewContext('new RangeError("broken")'), "broken"],
    ["a text", "broken", "broken"],
    ["a number", 5, "5"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["an object without a message", { password: "hunter2" }, "an object"],
    ["an object without a prototype", Object.create(null), "an object"],
    ["an object whose message is none", { message: 5 }, "an object"],
    ["a function", () => 1, "a function"],
  ])("keeps what was thrown as the cause: %s", async (_what, thrown, message) => {
    const fn = (): never => {
      throw thrown;
    };
    const error = await rejection(run(failing(fn)));
    expect(error).toMatchObject({ code: "TASK_FAILED", text: `Task m.failing failed: ${message}` });
    expect(error.cause).toBe(thrown);
  });

  it("keeps the cause of an async function too", async () => {
    const error = await rejection(run(failing(async () => Promise.reject(new Error("later")))));
    expect(error).toMatchObject({ code: "TASK_FAILED", cause: { message: "later" } });
  });

  it("shows the author's file and line to whoever prints the error", async () => {
    const entity = failing(() => {
      throw new Error("at the author's line"); // thrown
    });
    const { file, line } = here(import.meta.url, "thrown", "new Error");
    expect(inspect(await rejection(run(entity)))).toContain(`${file}:${line}:`);
  });

  it("says what went wrong where a task calls an entity", async () => {
    const square = task({ name: "m.square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
    const error = await rejection(run(failing(() => square({ x: 1 }))));
    expect(error).toMatchObject({ code: "TASK_FAILED", cause: { code: "CALL_OUTSIDE_WORKFLOW" } });
    expect(error.text).toMatch(
      /^Task m\.failing failed: The task m\.square was called outside a workflow body/,
    );
  });

  it("refuses a promise as a result", async () => {
    const { n } = await import("../../test/support/workflows.js").then(({ traced }) =>
      traced({ n: t.int() }, (inputs) => inputs),
    );
    expect((await rejection(run(returning(t.int(), n)))).text).toMatch(
      /output should be integer, but was a promise/,
    );
  });
});
