import { coreErrors } from "@flytekit-ts/core/errors";
import type { ResourceListRequest } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { fakeConnection } from "../../../test/fake-connection.js";
import { connectionErrors } from "../../errors/connection-errors.js";
import { entityCalls } from "../entity-calls.js";

const ID = {
  resourceType: 1,
  project: "orchard",
  domain: "development",
  name: "water",
  version: "v1",
  org: "",
};
const task = (version: string) => ({
  id: { ...ID, version },
  closure: { compiledTask: undefined, createdAt: { seconds: 1n, nanos: 5e6 } },
  shortDescription: "",
});
const VERSIONS = ["v1", "v2", "v3", "v4", "v5"].map(task);

function calls(more: Parameters<typeof fakeConnection>[0] = {}) {
  const { connection, asked } = fakeConnection({
    ...more,
    admin: {
      listTasks: ({ limit, token }: ResourceListRequest) => {
        const from = Number(token);
        const tasks = VERSIONS.slice(from, from + limit);
        return { tasks, token: tasks.length === limit ? String(from + limit) : "" };
      },
      ...more.admin,
    },
  });
  return { ...entityCalls(connection), asked };
}

describe("a list", () => {
  it("asks page by page, and only for what is taken", async () => {
    const { tasks, asked } = calls();
    const listing = tasks({ name: "water", pageSize: 2 });
    expect(asked).toEqual([]);
    for await (const { id } of listing) if (id.version === "v3") break;
    expect(asked.map(({ request }) => request)).toMatchObject([{ token: "" }, { token: "2" }]);
    expect(asked[0]?.request).toMatchObject({
      id: { project: "orchard", domain: "development", name: "water" },
      limit: 2,
      sortBy: { key: "created_at", direction: 0 },
    });
  });

  it("gives each page the token to go on from", async () => {
    const { tasks } = calls();
    const first = await tasks({ pageSize: 2 }).pages()[Symbol.asyncIterator]().next();
    const { items, next } = first.value as { items: readonly unknown[]; next: string };
    expect([items.length, next]).toEqual([2, "2"]);
    const rest: string[] = [];
    for await (const { id } of tasks({ pageSize: 2, token: next })) rest.push(id.version);
    expect(rest).toEqual(["v3", "v4", "v5"]);
  });

  it("gives times to the millisecond", async () => {
    const { task: get } = calls({ admin: { getTask: () => task("v1") } });
    expect((await get({ name: "water", version: "v1" })).createdAt).toEqual(new Date(1005));
  });

  it.each([
    ["an unknown option", { colour: 1 }, coreErrors.OPTION_UNKNOWN],
    ["a page of none", { pageSize: 0 }, coreErrors.OPTION_INVALID],
    ["half a page", { pageSize: 1.5 }, coreErrors.OPTION_INVALID],
    ["a token of another kind", { token: "abc" }, coreErrors.OPTION_INVALID],
    ["a negative token", { token: "-1" }, coreErrors.OPTION_INVALID],
    ["an unknown sort key", { sort: { by: "colour" } }, coreErrors.OPTION_INVALID],
    ["an inherited sort key", { sort: { by: "toString" } }, coreErrors.OPTION_INVALID],
    ["an empty name", { name: "" }, coreErrors.OPTION_INVALID],
    ["an empty project", { project: "" }, coreErrors.OPTION_INVALID],
    ["null", null, coreErrors.OPTIONS_NOT_AN_OBJECT],
  ])("refuses %s before it asks", (_what, query, code) => {
    const { tasks, asked } = calls();
    expect(() => tasks(query as never)).toThrow(expect.toSatisfy(code.is));
    expect(asked).toEqual([]);
  });

  it("needs a project and a domain from somewhere", () => {
    const { tasks } = calls({ config: { project: undefined } });
    expect(() => tasks()).toThrow("takes a project");
    expect(() => tasks({ project: "orchard" })).not.toThrow();
  });
});

describe("one entity", () => {
  it("is the version named, or the newest one", async () => {
    const { task: get, asked } = calls({
      admin: { getTask: ({ id }: { id: typeof ID }) => task(id.version) },
    });
    expect((await get({ name: "water", version: "v2" })).id.version).toBe("v2");
    expect(asked.map(({ method }) => method)).toEqual(["getTask"]);
    expect((await get("water")).id.version).toBe("v1");
    expect((await get({ name: "water", version: "latest" })).id.version).toBe("v1");
    expect(asked[1]).toMatchObject({
      method: "listTasks",
      request: { limit: 1, sortBy: { key: "created_at", direction: 0 } },
    });
  });

  it("is an error if there is none", async () => {
    const { task: get } = calls({ admin: { listTasks: () => ({ tasks: [], token: "" }) } });
    await expect(get("nothing")).rejects.toSatisfy(connectionErrors.CLUSTER_ENTITY_NOT_FOUND.is);
    await expect(get("nothing")).rejects.toThrow("no version of the task nothing in orchard/development");
  });

  it.each([
    ["no name", {}],
    ["an empty name", { name: "" }],
    ["blanks", " "],
    ["an empty version", { name: "water", version: "" }],
    ["a number", 7],
    ["nothing", undefined],
    ["NUL", "a\0b"],
    ["a name of 256 characters", "n".repeat(256)],
    ["an identifier without a name", { ...ID, name: "" }],
    ["an identifier without a version", { ...ID, version: "" }],
  ])("refuses %s before it asks", async (_what, reference) => {
    const { task: get, workflow, launchPlan, activeLaunchPlan, description, asked } = calls();
    for (const each of [get, workflow, launchPlan])
      await expect(each(reference as never)).rejects.toThrow(/OPTION/);
    await expect(activeLaunchPlan(reference as never)).rejects.toThrow(/OPTION/);
    await expect(description("task", reference as never)).rejects.toThrow(/OPTION/);
    expect(asked).toEqual([]);
  });

  it("says what an answer lacks", async () => {
    const { task: get } = calls({ admin: { getTask: () => ({ ...task("v1"), closure: undefined }) } });
    await expect(get({ name: "water", version: "v1" })).rejects.toThrow("the answer has no closure");
  });
});
