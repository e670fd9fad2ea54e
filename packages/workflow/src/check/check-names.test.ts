import { t, task } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/plugin";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { workflow } from "../function/workflow.js";
import { checkNames } from "./check-names.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };
const inputs = { x: t.int() };
const output = t.int();

function refusal(...entities: Entity[]): unknown {
  try {
    checkNames(entities, SETTINGS);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("checkNames", () => {
  const one = task({ name: "one", inputs, output }, ({ x }) => x);
  const two = task({ name: "two", inputs, output }, ({ x }) => x);

  it("takes entities with names of their own, in their order", () => {
    expect(checkNames([two, one], SETTINGS)).toEqual([two, one]);
    expect(checkNames([], SETTINGS)).toEqual([]);
  });

  it("keeps the first where one place made an entity twice", () => {
    const load = () => {
      const inc = task({ name: "inc", inputs, output, retries: 2 }, ({ x }) => x + 1);
      return { inc, wf: workflow({ name: "wf", inputs, output }, ({ x }) => inc({ x })) };
    };
    const [first, second] = [load(), load()];
    const kept = checkNames([first.inc, first.wf, one, second.inc, second.wf], SETTINGS);
    expect(kept).toHaveLength(3);
    expect([first.inc, first.wf, one].map((entity, i) => kept[i] === entity)).toEqual([true, true, true]);
  });

  it("refuses two functions of one name, and says both places", () => {
    const first = task({ name: "same", inputs, output }, ({ x }) => x + 1); // first
    const second = task({ name: "same", inputs, output }, ({ x }) => x + 2); // second
    const [a, b] = [lineOf(import.meta.url, "first"), lineOf(import.meta.url, "second")];
    const error = refusal(first, one, second);
    expect(error).toMatchObject({
      code: "NAME_TWICE",
      params: { name: "same", kinds: "two different tasks" },
      location: { line: b },
    });
    expect(String(error)).toMatch(
      new RegExp(`at \\S+check-names\\.test\\.ts:${a}:\\d+ and \\S+check-names\\.test\\.ts:${b}:\\d+\\.`),
    );
  });

  it.each([
    ["types", { inputs: { x: t.float() } }],
    ["retries", { inputs, retries: 3 }],
    ["images", { inputs, image: "other:1" }],
  ])("refuses tasks of one name with other %s", (_, declaration) => {
    const make = (extra: { readonly inputs: typeof inputs }) =>
      task({ name: "same", output, ...extra }, ({ x }) => Math.round(x));
    expect(refusal(make({ inputs }), make(declaration as { readonly inputs: typeof inputs }))).toMatchObject({
      code: "NAME_TWICE",
    });
  });

  it("refuses a task and a workflow of one name", () => {
    const wf = workflow({ name: "one", inputs, output }, ({ x }) => two({ x }));
    expect(refusal(one, wf)).toMatchObject({
      code: "NAME_TWICE",
      params: { kinds: "a task and a workflow" },
    });
    expect(refusal(wf, one)).toMatchObject({
      code: "NAME_TWICE",
      params: { kinds: "a workflow and a task" },
    });
  });

  it("refuses workflows of one name that call other tasks", () => {
    const make = (entity: typeof one) => workflow({ name: "wf", inputs, output }, ({ x }) => entity({ x }));
    expect(refusal(make(one), make(one))).toBeUndefined();
    expect(refusal(make(one), make(two))).toMatchObject({ code: "NAME_TWICE" });
  });

  it("refuses workflows of one name whose bodies read differently, though they lower alike", () => {
    const a = workflow({ name: "wf", inputs, output }, ({ x }) => one({ x }));
    const b = workflow({ name: "wf", inputs, output }, ({ x: y }) => one({ x: y }));
    expect(refusal(a, b)).toMatchObject({ code: "NAME_TWICE" });
  });

  it("says so where a place is not known", () => {
    const strange = { kind: "workflow", name: "one", definedAt: { location: undefined } } as Entity;
    expect(String(refusal(one, strange))).toContain("and an unknown place.");
  });
});
