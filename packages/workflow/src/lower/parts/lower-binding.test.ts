import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { workflow } from "../../function/workflow.js";
import { graphOf } from "../../graph/graph.js";
import { lowerBinding } from "./lower-binding.js";

const person = t.struct("Person", { name: t.string(), tags: t.list(t.string()) });
const load = task({ name: "load", output: person }, () => ({ name: "Ada", tags: ["a"] }));
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const say = task({ name: "say", inputs: { text: t.string() } }, () => {});
const take = task(
  { name: "take", inputs: { lists: t.map(t.list(t.int())), maybe: t.optional(t.int()) } },
  () => {},
);

/** The lowered bindings of the last node that a body makes. */
function lowered(body: (inputs: { readonly n: ReturnType<typeof inc> }) => void) {
  const graph = graphOf(workflow({ name: "wf", inputs: { n: t.int() } }, body));
  return (graph.nodes.at(-1)?.bindings ?? []).map((binding) => lowerBinding(binding, graph));
}

const promise = (nodeId: string, name: string) => ({ nodeId, var: name, attrPath: [] });
const integer = (value: bigint) => ({
  $case: "scalar",
  value: { value: { $case: "primitive", value: { value: { $case: "integer", value } } } },
});

describe("lowerBinding", () => {
  it("binds a workflow input with an empty node id", () => {
    expect(lowered(({ n }) => void inc({ x: n }))).toEqual([
      { var: "x", binding: { value: { $case: "promise", value: promise("", "n") }, union: undefined } },
    ]);
  });

  it("binds the output of a node by the id the node has in the end", () => {
    const [binding] = lowered(({ n }) => void inc({ x: inc({ x: n }, { id: "My_First" }) }));
    expect(binding?.binding?.value).toEqual({ $case: "promise", value: promise("my-first", "o0") });
  });

  it("binds constants as scalars", () => {
    expect(lowered(() => void inc({ x: 7 }))[0]?.binding?.value).toEqual(integer(7n));
  });

  it("binds lists and maps that mix constants and promises, element by element", () => {
    const [lists] = lowered(({ n }) => take({ lists: { a: [1, n], b: [] } }));
    const item = (value: unknown) => ({ value, union: undefined });
    expect(lists?.binding?.value).toEqual({
      $case: "map",
      value: {
        bindings: new Map([
          [
            "a",
            item({
              $case: "collection",
              value: { bindings: [item(integer(1n)), item({ $case: "promise", value: promise("", "n") })] },
            }),
          ],
          ["b", item({ $case: "collection", value: { bindings: [] } })],
        ]),
      },
    });
  });

  it("binds an optional left out as an explicit none with its tag", () => {
    const [, maybe] = lowered(() => take({ lists: {} }));
    expect(maybe).toMatchObject({
      var: "maybe",
      binding: {
        value: {
          $case: "scalar",
          value: { value: { $case: "union", value: { type: { structure: { tag: "none" } } } } },
        },
      },
    });
  });

  it("keeps the path to a part of an output, names as texts and indexes as numbers", () => {
    const [text] = lowered(() => say({ text: load().tags.at(1) }));
    expect(text?.binding?.value).toMatchObject({
      $case: "promise",
      value: {
        attrPath: [
          { value: { $case: "stringValue", value: "tags" } },
          { value: { $case: "intValue", value: 1 } },
        ],
      },
    });
  });

  it("binds the alias of an aliased output, whatever the path behind it", () => {
    const [text] = lowered(() => say({ text: load({}, { aliases: { o0: "person" } }).name }));
    expect(text?.binding?.value).toMatchObject({ value: { nodeId: "n0", var: "person", attrPath: [{}] } });
  });

  it("keeps the name of a workflow input that is called as an aliased output", () => {
    const wf = workflow({ name: "same", inputs: { o0: t.int() }, output: t.int() }, ({ o0 }) => {
      inc({ x: 1 }, { aliases: { o0: "renamed" } });
      return o0;
    });
    const graph = graphOf(wf);
    const bound = graph.outputs.map((output) => lowerBinding(output, graph).binding?.value);
    expect(bound).toEqual([{ $case: "promise", value: promise("", "o0") }]);
  });
});
