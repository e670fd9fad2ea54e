import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  approval,
  INTEGER,
  integer,
  list,
  listOf,
  promise,
  task,
  taskNode,
  text,
  unionOf,
  workflow,
} from "../../test/support/idl-messages.js";
import { problemsOf, told } from "../../test/support/problems.js";

// Apart, because they take long: `pnpm mutation` runs the other tests thousands of times.
const gen = taskNode("n0", "gen");

describe("checkWorkflow", () => {
  it("does not read an endlessly wide message", () => {
    let shared = INTEGER;
    for (let i = 0; i < 40; i += 1) shared = unionOf(shared, shared);
    const tasks = [task("t", { x: shared })];
    expect(problemsOf(workflow("w", [gen]), { tasks })).toMatchObject([
      {
        code: "MESSAGE_UNREADABLE",
        message: "The message of the workflow cannot be checked: it has more than 5000000 parts.",
      },
    ]);
  });

  it("reads a list of very many constants or promises, and a cycle of very many nodes", () => {
    const size = 130_000;
    const tasks = [task("sum", { xs: listOf(INTEGER) }, { o0: INTEGER })];
    const many = (value: idl.BindingData) => {
      const node = taskNode("n1", "sum", { inputs: { xs: list() } });
      const data = node.inputs[0]?.binding?.value;
      if (data?.$case === "collection") data.value.bindings = Array.from({ length: size }, () => value);
      return problemsOf(workflow("w", [gen, node]), { tasks });
    };
    expect(many(text(""))).toHaveLength(size);
    expect(many(promise("n0"))).toEqual([]);
    const circle = Array.from({ length: size }, (_, i) =>
      taskNode(`n${i}`, "gen", { after: [`n${(i + 1) % size}`] }),
    );
    expect(problemsOf(workflow("w", circle)).map(({ code }) => code)).toEqual([
      "REQUEST_TOO_LARGE",
      "CLOSURE_TOO_LARGE",
      "WORKFLOW_TOO_LARGE",
      "WORKFLOW_CYCLIC",
    ]);
  });

  it("reads a long chain of nodes, and long names", () => {
    const chain = Array.from({ length: 5000 }, (_, i) =>
      approval(`n${i}`, { inputs: { x: i === 0 ? integer() : promise(`n${i - 1}`, "x") } }),
    );
    expect(told(workflow("w", chain))).toHaveLength(1);
    const name = "x-".repeat(500_000);
    const odd = taskNode(name, "inc", {
      inputs: { x: promise(name, name) },
      after: [name],
      aliases: [[name, name]],
    });
    expect(told(workflow("w", [odd])).length).toBeGreaterThan(0);
  });
});
