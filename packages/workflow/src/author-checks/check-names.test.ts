import { containerTask, t, task } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { entitiesOf } from "../compile/entities.js";
import { conditional } from "../conditional/conditional.js";
import { dynamic } from "../dynamic/dynamic.js";
import { workflow } from "../function/workflow.js";
import { approve } from "../gate/gates.js";
import { imperativeWorkflow } from "../imperative/imperative-workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { mapTask } from "../map/map-task.js";
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

  it("takes a default launch plan with the name of its workflow", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => one({ x }));
    expect(checkNames([wf, launchPlan(wf), launchPlan(wf)], SETTINGS)).toHaveLength(2);
    expect(refusal(launchPlan(wf), launchPlan(wf, { name: "wf", labels: { a: "b" } }))).toMatchObject({
      code: "NAME_TWICE",
      params: { kinds: "two different launch plans" },
    });
  });

  it("takes equal maps for one, beside the task that they map", () => {
    const maps = [mapTask(one), mapTask(one), mapTask(one, { concurrency: 2 })];
    expect(checkNames([...maps, one], SETTINGS)).toHaveLength(3);
    expect(checkNames([one, ...maps], SETTINGS)).toHaveLength(3);
  });

  it("refuses a map of one task beside another task of its name, called or mapped", () => {
    const other = task({ name: "one", inputs, output }, ({ x }) => x + 1); // other one
    const line = lineOf(import.meta.url, "other one");
    const error = {
      code: "NAME_TWICE",
      params: { name: "one", kinds: "two different tasks" },
      location: { line },
    };
    expect(refusal(mapTask(one), mapTask(other))).toMatchObject(error);
    expect(refusal(mapTask(one), other)).toMatchObject(error);
    expect(refusal(one, mapTask(other, { concurrency: 3 }))).toMatchObject(error);
  });

  it("tells dynamics apart by their bodies", () => {
    const make = (extra: number) => [
      dynamic({ name: "grow", inputs, output }, ({ x }) => one({ x })),
      dynamic({ name: "grow", inputs, output }, ({ x: y }) => one({ x: y + extra })),
    ];
    const [a, b] = make(1);
    const [c] = make(1);
    if (a === undefined || b === undefined || c === undefined) throw new Error("three dynamics");
    expect(refusal(a, c)).toBeUndefined();
    expect(refusal(a, b)).toMatchObject({ code: "NAME_TWICE" });
    expect(
      refusal(
        a,
        task({ name: "grow", inputs, output }, ({ x }) => x),
      ),
    ).toMatchObject({ code: "NAME_TWICE" });
  });

  it("tells tasks of templates apart by their templates", () => {
    const box = (command: string) => containerTask({ name: "box", image: "i:1", command: [command] });
    expect(refusal(box("a"), box("a"))).toBeUndefined();
    expect(refusal(box("a"), box("b"))).toMatchObject({ code: "NAME_TWICE" });
  });

  it("tells imperative workflows apart by what was added", () => {
    const make = (...added: (typeof one)[]) => {
      const wf = imperativeWorkflow({ name: "made", inputs });
      for (const each of added) wf.addEntity(each, { x: wf.inputs.x });
      return wf;
    };
    expect(refusal(make(one, two), make(one, two))).toBeUndefined();
    expect(refusal(make(one, two), make(two, one))).toMatchObject({ code: "NAME_TWICE" });
  });

  it("leaves entities alone that have no name of their own", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      approve(x, "one");
      approve(x, "one");
      conditional("one")
        .if(x.gt(1), () => one({ x }))
        .else(() => two({ x }));
    });
    expect(checkNames(entitiesOf([wf, one]), SETTINGS)).toHaveLength(6);
  });
});
