import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import type { WorkflowEntity } from "../trace/workflow-entity.js";
import { inputProblems } from "./check-inputs.js";

const inputs = { x: t.int(), y: t.int() };
const output = t.int();
const add = task({ name: "add", inputs, output }, ({ x, y }) => x + y);

function found(...workflows: readonly WorkflowEntity[]): readonly string[] {
  return inputProblems(workflows).map(({ severity, message }) => `${severity}: ${message}`);
}

describe("inputProblems", () => {
  it("warns of each input that nothing uses, at the workflow", () => {
    const wf = workflow({ name: "wf", inputs, output }, () => add({ x: 1, y: 2 }));
    expect(found(wf)).toEqual([
      "warning: Nothing in wf uses its input x.",
      "warning: Nothing in wf uses its input y.",
    ]);
    expect(compile(wf).warnings).toMatchObject([
      { code: "INPUT_UNUSED", workflow: "wf", location: wf.definedAt.location },
      { code: "INPUT_UNUSED", workflow: "wf" },
    ]);
  });

  it.each<[string, WorkflowEntity]>([
    [
      "only an output uses",
      workflow({ name: "a", inputs, outputs: { o: output, p: output } }, ({ x, y }) => {
        add({ x, y: 1 });
        return { o: x, p: y };
      }),
    ],
    [
      "only a condition uses",
      workflow({ name: "b", inputs, output }, ({ x, y }) =>
        conditional("c")
          .if(x.gt(y), () => add({ x: 1, y: 2 }))
          .fail("no"),
      ),
    ],
    [
      "only an arm uses",
      workflow({ name: "c", inputs, output }, ({ x, y }) =>
        conditional("c")
          .if(x.gt(1), () => add({ x: 1, y: add({ x: 1, y }) }))
          .fail("no"),
      ),
    ],
    [
      "only a list uses",
      workflow({ name: "d", inputs }, ({ x, y }) => {
        sum({ xs: [1, x], by: { a: y } });
      }),
    ],
    [
      "only the handler uses",
      workflow({ name: "e", inputs, onFailure: add }, () => void add({ x: 1, y: 2 })),
    ],
  ])("takes an input as used that %s", (_, wf) => {
    expect(found(wf)).toEqual([]);
  });

  it("leaves out handlers, which have to take what their workflow takes", () => {
    const handler = workflow({ name: "handler", inputs }, ({ x }) => void add({ x, y: 1 }));
    const wf = workflow({ name: "wf", inputs, output, onFailure: handler }, ({ x, y }) => add({ x, y }));
    expect(found(wf, handler)).toEqual([]);
    expect(found(handler)).toHaveLength(1);
  });

  it("are not looked for behind faults, one of which may have used the input", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => add({ x, z: 1 } as never));
    expect(() => compile(wf)).toThrow(/^\[INPUT_UNKNOWN\]/);
  });
});

const sum = task(
  { name: "sum", inputs: { xs: t.list(t.int()), by: t.map(t.int()) }, output },
  ({ xs }) => xs.length,
);
