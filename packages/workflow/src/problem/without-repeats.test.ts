import { expect, it } from "vitest";
import type { Problem } from "./problem.js";
import { withoutRepeats } from "./without-repeats.js";

const location = { file: "/a.ts", line: 3, column: 7 };
const base: Problem = { code: "A", severity: "error", message: "It is wrong.", nodeId: "n0", location };

it.each<[string, Partial<Problem>]>([
  ["what another check says in other words", { message: "wf.n0 is wrong." }],
  ["what is said of another node of a loop", { nodeId: "n1" }],
])("withoutRepeats leaves out %s", (_, other) => {
  expect(withoutRepeats([base, { ...base, ...other }])).toEqual([base]);
});

it.each<[string, Partial<Problem>]>([
  ["another code", { code: "B" }],
  ["another place", { location: { ...location, column: 8 } }],
  ["another input", { input: "x", message: "Its x is wrong." }],
  ["another node in other words", { nodeId: "n1", message: "It is wrong, too." }],
])("withoutRepeats keeps %s", (_, other) => {
  expect(withoutRepeats([base, { ...base, ...other }])).toHaveLength(2);
});

it("withoutRepeats keeps what is said of two nodes without a place", () => {
  const { location: _location, ...nowhere } = base;
  expect(withoutRepeats([nowhere, { ...nowhere, nodeId: "n1" }])).toHaveLength(2);
});
