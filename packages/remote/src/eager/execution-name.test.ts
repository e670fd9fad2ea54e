import { expect, it } from "vitest";
import { executionName } from "./execution-name.js";

const start = {
  eager: "orchard.plans.Grow_Trees",
  execution: "f6b8c0d1e2",
  entity: { kind: "task", name: "orchard.square" },
  count: 0,
  inputs: { x: 3, names: ["ada"] },
};

it("is made of the parent's, and the same for the same start", () => {
  const name = executionName(start);
  expect(name).toMatch(/^e-grow-tre-f6b8c-square-[\da-f]{16}$/);
  expect(executionName({ ...start, inputs: { names: ["ada"], x: 3 } })).toBe(name);
});

it.each([
  { execution: "f6b8c0d1e3" },
  { entity: { kind: "workflow", name: "orchard.square" } },
  { count: 1 },
  { inputs: { x: 3n } },
  { inputs: { x: 3, names: ["ada", "b".repeat(20_000)] } },
  { inputs: { x: { a: { b: { c: { d: 1 } } } } } },
])("is another one for another start: %o", (other) => {
  expect(executionName({ ...start, ...(other as object) })).not.toBe(executionName(start));
});

it.each(["___", "Ünïcode.Näme", "a-very-long-name-with-.dots", "9"])(
  "is one that a cluster takes for %s",
  (eager) => {
    const name = executionName({ ...start, eager, entity: { kind: "task", name: eager } });
    expect(name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
  },
);
