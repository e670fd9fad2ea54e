import { describe, expect, it } from "vitest";

import { loaderArgs } from "./resolver.js";
import { task } from "./task.js";
import type { TaskEntity } from "./task-entity.js";

const at = (definedAt: object) =>
  ({ ...(task({ name: "m.a" }, () => {}) as unknown as TaskEntity), name: "m.a", definedAt }) as TaskEntity;
const location = { file: "/app/src/tasks.ts", line: 3, column: 5 };

describe("loaderArgs", () => {
  it("is the module that was loaded, relative to the root, and the task's name", () => {
    const built = at({ location, module: "/app/dist/tasks.js" });
    expect(loaderArgs(built, "/app")).toEqual(["task-module", "dist/tasks.js", "task-name", "m.a"]);
  });

  it("is the source where no module is known", () => {
    expect(loaderArgs(at({ location }), "/app/lib")[1]).toBe("../src/tasks.ts");
    expect(loaderArgs(at({ location: undefined }), "/app")[1]).toBe("");
  });

  it("has the working directory as its root", () => {
    const module = `${process.cwd()}/a/b.js`;
    expect(loaderArgs(at({ location, module }))[1]).toBe("a/b.js");
  });
});
