import { describe, expect, it } from "vitest";
import {
  approval,
  arrayNode,
  INTEGER,
  integer,
  list,
  promise,
  taskNode,
  text,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const mismatch = (at: string, path: string) =>
  `BINDING_TYPE_MISMATCH (MismatchingTypes) ${at}: w.${path} takes integer, but was given string. [integer <- string]`;

describe("the bindings of a workflow", () => {
  it("may be sound", () => {
    const template = workflow("w", [taskNode("n0", "inc", { inputs: { x: integer() } })], {
      outputs: { o: INTEGER },
      results: { o: promise("n0") },
    });
    expect(told(template)).toEqual([]);
  });

  it("are reported for each node, and for the outputs last", () => {
    const wrong = (id: string) => taskNode(id, "inc", { inputs: { x: text("") } });
    const template = workflow("w", [wrong("n0"), wrong("n1")], {
      outputs: { o: INTEGER },
      results: { o: text("") },
      failureNode: wrong("f"),
    });
    expect(told(template)).toEqual([
      mismatch("n0.x", "n0.x"),
      mismatch("n1.x", "n1.x"),
      mismatch("f.x", "f.x"),
      mismatch("-.o", "o"),
    ]);
  });

  it("of an approval are typed also where an array repeats it, and not linked there", () => {
    const repeated = (value: ReturnType<typeof integer>) =>
      arrayNode("a", approval("g", { inputs: { y: value } }), { inputs: { y: integer() } });
    expect(told(workflow("w", [repeated(integer())]))).toEqual([]);
    expect(told(workflow("w", [repeated(list())]))).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingBindings) a.y: w.a.y takes a constant or a promise, but was given a list or map. " +
        "[a constant or a promise <- a list or map]",
    ]);
  });
});
