import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { houseTask } from "../../test/support/house-task.js";
import { t } from "../makers/t.js";
import { loaderArgs } from "./resolver.js";
import { testContext } from "./test-context.js";

const mark = (name: string) => here(import.meta.url, name, "houseTask(");

describe("functionTask", () => {
  const inputs = { x: t.int() };

  it("makes a task that has the wrapper's settings", async () => {
    const made = houseTask({ name: "m.made", team: "weather", inputs, output: t.int() }, ({ x }) => x + 1);
    expect(made.settings).toMatchObject({ retries: 2, environment: new Map([["TEAM", "weather"]]) });
    expect(await made.fn({ x: 1 }, testContext())).toBe(2);
  });

  it("is declared where the wrapper was called, and its container looks for it there", () => {
    const made = houseTask({ name: "m.made", team: "weather" }, () => {}); // made
    expect(made.definedAt).toMatchObject({ location: mark("made"), module: mark("made").file });
    expect(loaderArgs(made, import.meta.dirname)[1]).toBe("function-task.test.ts");
  });

  it.each([
    [
      [{ name: "a", team: "weather" }],
      "FUNCTION_MISSING: House task a takes a function as its second argument",
    ],
    [[{ name: "a", teem: "w" }, () => {}], "OPTION_UNKNOWN: There is no option `teem` for house task a."],
    [[{ name: "a b", team: "w" }, () => {}], "NAME_INVALID: The name of a house task must be"],
  ])("refuses %o as `task` does, at the line of who called the wrapper", (args, text) => {
    const act = () => houseTask(...(args as Parameters<typeof houseTask>)); // refused
    expect(refusal(act)).toContain(text);
    expect(caught(act).location).toEqual(mark("refused"));
  });
});
