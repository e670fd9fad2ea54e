import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { t } from "../makers/t.js";
import { lowerTask } from "./lower-task.js";
import { isTask, type TaskDeclaration, type TaskEntity } from "./task-entity.js";
import { templateTask } from "./template-task.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };

interface QueryDeclaration extends TaskDeclaration<{}, undefined> {
  readonly query?: string;
}

function queryTask(declaration: QueryDeclaration): TaskEntity {
  return templateTask<{}, undefined>(declaration, {
    words: "query",
    callee: queryTask,
    options: ["query"],
    template: ({ retries }, { project }) => ({
      type: "query",
      target: "none",
      custom: { query: declaration.query, retries, project },
    }),
  });
}

describe("templateTask", () => {
  it("is a task whose template its kind completes, from the task's settings and those of the registration", () => {
    const made = queryTask({ name: "m.query", query: "select 1", retries: 2, inputs: {} }); // made
    expect([isTask(made), made.name, made.fn]).toEqual([true, "m.query", undefined]);
    expect(made.definedAt.location).toEqual(here(import.meta.url, "made", "queryTask("));
    expect(lowerTask(made, SETTINGS)).toMatchObject({
      type: "query",
      target: undefined,
      custom: { query: "select 1", retries: 2, project: "p" },
      metadata: { retries: { retries: 2 } },
    });
  });

  it("runs in the container of its function where its kind says no more than a type", () => {
    const made: TaskEntity = templateTask(
      { name: "m.typed", inputs: { x: t.int() }, podTemplate: { podSpec: {} } },
      { words: "typed task", callee: queryTask, fn: () => {}, template: () => ({ type: "typed" }) },
    );
    expect(lowerTask(made, SETTINGS)).toMatchObject({
      type: "typed",
      taskTypeVersion: 0,
      target: { $case: "k8sPod" },
      config: new Map([["primary_container_name", "primary"]]),
    });
  });

  it.each([
    [undefined, "OPTIONS_NOT_AN_OBJECT: The options of a query must be one object, but nothing was given"],
    [{}, "NAME_INVALID: The name of a query must be 1 to 255"],
    [{ name: "a", sql: "x" }, "OPTION_UNKNOWN: There is no option `sql` for query a"],
    [{ name: "a", retries: "2" }, "OPTION_INVALID: The option `retries` of query a takes"],
  ])("refuses %o as any task does, at the line of who called its kind", (declaration, text) => {
    const act = () => queryTask(declaration as never); // refused
    expect(refusal(act)).toContain(text);
    expect(caught(act).location).toEqual(here(import.meta.url, "refused", "queryTask("));
  });
});
