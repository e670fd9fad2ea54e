import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { alone, flow } from "../../test/support/loadable.js";
import { allTasks } from "./all-tasks.js";
import { moduleResolver } from "./module-resolver.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const resolver = moduleResolver(root);
const named = (name: string) => ["task-module", "test/support/loadable.ts", "task-name", `loadable.${name}`];

describe("allTasks", () => {
  it("finds tasks that are called, mapped, and used by dynamics", () => {
    expect(allTasks(flow).map(({ name }) => name)).toEqual([
      "loadable.mapped",
      "loadable.called",
      "loadable.inDynamic",
      "loadable.grow",
    ]);
  });
});

describe("moduleResolver", () => {
  it("finds again what it said when the task was registered", async () => {
    for (const task of [...allTasks(flow), ...allTasks(alone)]) {
      const args = resolver.loaderArgs(task, root);
      expect(args).toEqual(named(task.name.slice("loadable.".length)));
      await expect(resolver.loadTask(args)).resolves.toBe(task);
    }
  });

  it.each(["exported", "used"])("finds a task beside a workflow whose body throws: %s", async (name) => {
    const args = ["task-module", "test/support/broken.ts", "task-name", `broken.${name}`];
    expect((await resolver.loadTask(args)).name).toBe(`broken.${name}`);
  });

  it("tells of the body that throws, where the task may be in it", async () => {
    const args = ["task-module", "test/support/broken.ts", "task-name", "broken.hidden"];
    await expect(resolver.loadTask(args)).rejects.toMatchObject({ code: "WORKFLOW_BODY_THREW" });
  });

  it("finds tasks of CommonJS, which are in one object, and of no other object", async () => {
    const load = (name: string) =>
      resolver.loadTask(["task-module", "test/support/common-js.ts", "task-name", `common.${name}`]);
    for (const name of ["made", "more"]) expect((await load(name)).name).toBe(`common.${name}`);
    await expect(load("unread")).rejects.toMatchObject({ code: "TASK_NOT_REACHABLE" });
  });

  it.each(["hidden", "nowhere"])("does not find what no export reaches: %s", async (name) => {
    await expect(resolver.loadTask(named(name))).rejects.toMatchObject({
      code: "TASK_NOT_REACHABLE",
      params: { task: `loadable.${name}`, module: "test/support/loadable.ts" },
    });
  });
});
