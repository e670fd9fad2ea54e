import { expect, it } from "vitest";
import type { NodeState } from "../watching/state/node-state.js";
import { localPaths } from "./local-paths.js";

function nodes(...paths: readonly string[]): readonly NodeState[] {
  const execution = { project: "p", domain: "d", name: "e" };
  return paths.map((path) => {
    return {
      path,
      id: path,
      execution,
      phase: "SUCCEEDED",
      isParent: false,
      isDynamic: false,
      isArray: false,
    };
  });
}

it("takes what is inside of a node from its last attempt, at any depth", () => {
  const found = nodes(
    "n0",
    "n0/n1",
    "n0@1/n1",
    "n0@2/n1",
    "n0@2/n1/n0",
    "n0@2/n1@1/n0",
    "n0@1/n1/n9",
    "n5",
    "n5>n0",
  );
  const paths = localPaths(found, false);
  expect(Object.fromEntries([...paths].map(([path, { id }]) => [path, id]))).toEqual({
    n0: "n0",
    "n0/n1": "n0@2/n1",
    "n0/n1/n0": "n0@2/n1@1/n0",
    n5: "n5",
    "n5>n0": "n5>n0",
  });
});

it("calls the node of a single task as a run here does", () => {
  expect([...localPaths(nodes("gardenwater", "gardenwater/dn0"), true).keys()]).toEqual(["n0", "n0/dn0"]);
});
