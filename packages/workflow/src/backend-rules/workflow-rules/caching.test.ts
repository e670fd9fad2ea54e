import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { task, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

function cached(metadata: Partial<idl.TaskMetadata> | undefined): readonly string[] {
  const tasks = [{ ...task("t"), metadata: metadata && idl.TaskMetadata.create(metadata) }];
  return told(workflow("w", [taskNode("n0", "t"), taskNode("n1", "t")]), { tasks });
}

describe("a task that is cached", () => {
  it("has a version for that, which the backend does not ask", () => {
    const lacks = ["CACHE_VERSION_MISSING (-) n0.-: Task t is cached, but its cache has no version."];
    expect(cached({ discoverable: true })).toEqual(lacks);
    expect(cached({ discoverable: true, discoveryVersion: " \t" })).toEqual(lacks);
    expect(cached({ discoverable: true, discoveryVersion: "1" })).toEqual([]);
  });
});

describe("a task that is not cached", () => {
  it("needs no version", () => {
    expect(cached({ discoverable: false })).toEqual([]);
    expect(cached(undefined)).toEqual([]);
  });
});
