import { coreErrors } from "@flytekit-ts/core/errors";
import { moduleResolver } from "@flytekit-ts/workflow/serialize";
import { describe, expect, it } from "vitest";
import { loadTask } from "./task-loader.js";

describe("what to do about a task that could not be loaded", () => {
  const hintOf = async (cause: unknown): Promise<string> => {
    const resolver = { loadTask: () => Promise.reject(cause) };
    const error: unknown = await loadTask(resolver, ["task-module", "m.ts", "task-name", "x"]).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).toContain("The task x in m.ts could not be loaded: ");
    return (error as { hint: string }).hint;
  };
  const coded = (code: string, message: string): Error => Object.assign(new TypeError(message), { code });

  it("is what the error of its module says, if that is one of ours", async () => {
    const cause = coreErrors.INPUT_MISSING({ entity: "task f", input: "x", type: "integer" });
    expect(await hintOf(cause)).toBe(cause.hint);
  });

  it("names both reasons of a name that is nowhere: a new one, and an export that is missing", async () => {
    const cause: unknown = await moduleResolver(import.meta.dirname)
      .loadTask(["task-module", "load-advice.ts", "task-name", "gone"])
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    const hint = await hintOf(cause);
    expect(hint).toContain("Register again if the name of the task has changed.");
    expect(hint).toContain("Export the task");
  });

  it("is another Node, where this one reads no TypeScript", async () => {
    const unknown = coded("ERR_UNKNOWN_FILE_EXTENSION", 'Unknown file extension ".ts" for /app/m.ts');
    expect(await hintOf(unknown)).toContain("reads no TypeScript: use Node 22.18 or later");
    const inPackage = coded("ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING", "Stripping types is unsupported");
    expect(await hintOf(inPackage)).toContain("below `node_modules`");
  });

  it("is to bring the module otherwise", async () => {
    const css = coded("ERR_UNKNOWN_FILE_EXTENSION", 'Unknown file extension ".css" for /app/m.css');
    for (const cause of [new Error("boom"), css, undefined]) {
      expect(await hintOf(cause)).toContain("it has to be in the image or the bundle");
    }
  });
});
