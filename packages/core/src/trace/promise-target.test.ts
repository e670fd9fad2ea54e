import { describe, expect, it } from "vitest";

import type { NodeKey } from "./node-key.js";
import { describeTarget } from "./promise-target.js";

const key = (rest: Partial<NodeKey>): NodeKey => ({ trace: {}, index: 0, entity: "split", ...rest });

describe("describeTarget", () => {
  it.each<[string, NodeKey, string, (string | number)[]]>([
    ["inputs.n", key({ index: -1, entity: "wf" }), "n", []],
    ["inputs.people[0].name", key({ index: -1, entity: "wf" }), "people", [0, "name"]],
    ["split(...).head", key({}), "head", []],
    ["split(...)", key({ isBare: true }), "o0", []],
    ['split(...).rows[3]["a b"]', key({ isBare: true }), "o0", ["rows", 3, "a b"]],
    ["mapTask(split)(...)", key({ entity: "mapTask(split)", isBare: true }), "area", []],
    ['conditional("size")', key({ entity: 'conditional("size")', isBare: true, isCall: true }), "o0", []],
    ['conditional("size").head', key({ entity: 'conditional("size")', isCall: true }), "head", []],
  ])("is %s", (words, node, name, path) => {
    expect(describeTarget({ node, var: name, path })).toBe(words);
  });
});
