import { describe, expect, it } from "vitest";
import { caught } from "../../../test/support/caught.js";
import { t } from "../../entries/index.js";
import { lowerTask } from "../lower-task.js";
import type { TaskEntity } from "../task-entity.js";
import { testContext } from "../test-context.js";
import { echoTask } from "./echo-task.js";
import { sqlTask } from "./sql-task.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const lower = (entity: unknown) => lowerTask(entity as TaskEntity, SETTINGS);

describe("echoTask", () => {
  const echo = echoTask({ name: "echo", inputs: { x: t.int() } });

  it("gives back its input, and runs in the engine", async () => {
    expect(await echo.fn?.({ x: 3 }, testContext())).toBe(3);
    const { type, target, interface: declared } = lower(echo);
    expect([type, target]).toEqual(["echo", undefined]);
    expect([...(declared?.outputs?.variables.keys() ?? [])]).toEqual(["o0"]);
  });

  it("may have none, and not two", () => {
    expect(lower(echoTask({ name: "nothing" })).interface?.outputs?.variables.size).toBe(0);
    const refused = caught(() => echoTask({ name: "two", inputs: { a: t.int(), b: t.int() } }));
    expect(refused).toMatchObject({ code: "OPTION_INVALID" });
  });
});

describe("sqlTask", () => {
  const query = " SELECT *\n FROM sales WHERE day = '{{ .Inputs.day }}' ";
  const declared = { name: "sales", type: "snowflake", inputs: { day: t.string() }, output: t.dataset() };

  it("is a query for a plugin of the backend", () => {
    const sales = sqlTask({ ...declared, query, dialect: "ansi", config: { user: "u" } });
    expect(lower(sales)).toMatchObject({
      type: "snowflake",
      target: { $case: "sql", value: { statement: query.trim(), dialect: 1 } },
      config: new Map([["user", "u"]]),
    });
    expect(sales.fn).toBeUndefined();
  });

  it.each([
    [
      "an input that is not there",
      { query: "SELECT {{ .inputs.daay }}, {{.inputs.day}}" },
      "{{ .inputs.daay }}",
    ],
    ["an input that it does not use", { query: "SELECT 1" }, "{{ .inputs.day }}"],
    ["no query", { query: "" }, "`query`"],
    ["no type", { query, type: "" }, "`type`"],
    ["another dialect", { query, dialect: "mysql" }, "`dialect`"],
    ["another option", { query, retry: { on: [] } }, "retry"],
  ])("is refused with %s", (_, wrong, text) => {
    expect(caught(() => sqlTask({ ...declared, ...wrong } as never)).text).toContain(text);
  });
});
