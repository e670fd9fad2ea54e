import { describe, expect, it } from "vitest";
import { t } from "../makers/t.js";
import { task } from "../task/task.js";

// Each is a declaration that is refused; the line is that of the call, in this file.
const refused: readonly (readonly [string, () => unknown])[] = [
  ["t.enum", () => t.enum([] as string[])],
  ["t.list", () => t.list(3 as never)],
  ["t.map", () => t.map("x" as never)],
  ["t.optional", () => t.optional(undefined as never)],
  ["t.struct", () => t.struct(String(), {})],
  ["default", () => t.int().default(1.5)],
  ["task", () => task({ name: "a b" }, () => {})],
  ["task's options", () => task({ name: "a", retries: -1 }, () => {})],
];

describe("atCaller", () => {
  it.each(refused.map(([name, declare], index) => [name, declare, index] as const))(
    "gives what %s throws the author's line",
    (_name, declare, index) => {
      let caught: unknown;
      try {
        declare();
      } catch (error) {
        caught = error;
      }
      expect(caught).toMatchObject({ location: { file: import.meta.filename, line: 7 + index } });
    },
  );

  it("leaves the place of an inner declaration", () => {
    const inner = (): unknown => t.struct("A", { x: t.list(3 as never) });
    expect(inner).toThrow(/at-caller\.test\.ts:32:/);
  });
});
