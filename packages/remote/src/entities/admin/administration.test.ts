import { coreErrors } from "@flytekit-ts/core/errors";
import { describe, expect, it } from "vitest";
import { fakeConnection } from "../../../test/fake-connection.js";
import { connectionErrors } from "../../errors/connection-errors.js";
import { entityCalls } from "../entity-calls.js";

const ARCHIVED = {
  id: "orchard-3",
  name: "third",
  domains: [],
  description: "made",
  labels: { values: new Map([["a", "b"]]) },
  state: 1,
  org: "",
};

describe("a project", () => {
  it("keeps what a change leaves out, its state too", async () => {
    const { connection, asked } = fakeConnection({
      admin: { getProject: () => ARCHIVED, updateProject: () => ({}) },
    });
    const { updateProject } = entityCalls(connection);
    await updateProject({ id: "orchard-3", description: "changed" });
    expect(asked[1]?.request).toEqual({
      ...{
        id: "orchard-3",
        name: "third",
        description: "changed",
        labels: ARCHIVED.labels,
        state: 1,
        org: "",
      },
    });
    await updateProject({ id: "orchard-3", state: "active", labels: {} });
    expect(asked[3]?.request).toMatchObject({ description: "made", state: 0, labels: { values: new Map() } });
  });

  it("is checked before it is registered", async () => {
    const { connection, asked } = fakeConnection({ admin: { registerProject: () => ({}) } });
    const { registerProject } = entityCalls(connection);
    const long = "a".repeat(64);
    for (const wrong of [
      { id: "" },
      { id: "A" },
      { id: long },
      { id: "a b" },
      { id: "-a" },
      { id: "ok", name: "" },
    ]) {
      await expect(registerProject(wrong)).rejects.toSatisfy(coreErrors.OPTION_INVALID.is);
    }
    await expect(registerProject({ id: "ok", name: "n".repeat(65) })).rejects.toThrow("1 to 64");
    await expect(registerProject({ id: "ok", state: "active" } as never)).rejects.toThrow("OPTION_UNKNOWN");
    expect(asked).toEqual([]);
    await registerProject({ id: "a".repeat(63), labels: { team: "garden" } });
    expect(asked).toHaveLength(1);
  });
});

describe("the name of an entity", () => {
  it("keeps what a change leaves out", async () => {
    const { connection, asked } = fakeConnection({
      admin: {
        getNamedEntity: () => ({ metadata: { description: "described", state: 1 } }),
        updateNamedEntity: () => ({}),
      },
    });
    const { updateNamedEntity } = entityCalls(connection);
    await updateNamedEntity({ kind: "workflow", name: "season", state: "active" });
    await updateNamedEntity({ kind: "workflow", name: "season", description: "new" });
    expect(asked.map(({ request }) => request)).toMatchObject([
      {},
      { resourceType: 2, metadata: { description: "described", state: 0 } },
      {},
      { id: { name: "season" }, metadata: { description: "new", state: 1 } },
    ]);
    await expect(updateNamedEntity({ kind: "job" as never, name: "season" })).rejects.toThrow('takes "task"');
    await expect(updateNamedEntity({ kind: "task", name: "" })).rejects.toThrow("OPTION_INVALID");
    expect(asked).toHaveLength(4);
  });
});

describe("attributes", () => {
  const target = { $case: "executionClusterLabel", value: { value: "north" } } as const;
  const answer = () => ({ attributes: { matchingAttributes: { target } } });

  it("are those of a project, a domain or a workflow", async () => {
    const { connection, asked } = fakeConnection({
      admin: {
        getProjectAttributes: answer,
        getProjectDomainAttributes: answer,
        getWorkflowAttributes: answer,
        updateProjectAttributes: () => ({}),
        deleteWorkflowAttributes: () => ({}),
      },
    });
    const { attributes, setAttributes, deleteAttributes } = entityCalls(connection);
    const kind = "executionClusterLabel";
    const place = { project: "p", domain: "d", workflow: "w" };
    expect(await attributes({ project: "p" }, kind)).toEqual({ value: "north" });
    await attributes({ project: "p", domain: "d" }, kind);
    await attributes(place, kind);
    await setAttributes({}, target);
    await deleteAttributes(place, kind);
    expect(asked).toMatchObject([
      { method: "getProjectAttributes", request: { project: "p", resourceType: 3 } },
      { method: "getProjectDomainAttributes", request: { domain: "d", resourceType: 3 } },
      { method: "getWorkflowAttributes", request: { workflow: "w", resourceType: 3 } },
      { method: "updateProjectAttributes", request: { attributes: { project: "orchard" } } },
      { method: "deleteWorkflowAttributes", request: { resourceType: 3 } },
    ]);
  });

  it("are nothing where none are set", async () => {
    const { connection } = fakeConnection({
      admin: {
        getProjectDomainAttributes: () => {
          const failed = { endpoint: "e", call: "c", said: "not found", details: [] };
          throw connectionErrors.CLUSTER_ENTITY_NOT_FOUND(failed);
        },
      },
    });
    const { attributes } = entityCalls(connection);
    expect(await attributes({ domain: "staging" }, "taskResourceAttributes")).toBeUndefined();
  });

  it.each([
    [
      "a workflow without a domain",
      { workflow: "w" },
      "executionClusterLabel",
      "a domain, since it takes a workflow",
    ],
    ["an empty domain", { domain: "" }, "executionClusterLabel", "1 to 255 characters"],
    ["an unknown kind", {}, "colours", "one of"],
    ["an inherited kind", {}, "toString", "one of"],
  ])("refuses %s", async (_what, place, kind, words) => {
    const { connection, asked } = fakeConnection({});
    const { attributes, deleteAttributes, setAttributes } = entityCalls(connection);
    await expect(attributes(place, kind as never)).rejects.toThrow(words);
    await expect(deleteAttributes(place, kind as never)).rejects.toThrow(words);
    await expect(setAttributes(place, { $case: kind, value: {} } as never)).rejects.toThrow(words);
    expect(asked).toEqual([]);
  });
});
