import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localStore } from "@flytekit-ts/core/storage";
import { task, testContext } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { contextElsewhere } from "./context-elsewhere.js";

describe("a context in another thread", () => {
  it("has what the run gives it, and tells the run of decks and secrets", async () => {
    const folder = mkdtempSync(join(tmpdir(), "elsewhere-"));
    const told: unknown[] = [];
    const context = contextElsewhere({
      task: task({ name: "load", secrets: [{ group: "db" }] }, () => {}),
      parts: {
        checkpoint: { destination: join(folder, "1"), previous: [join(folder, "0")] },
        prefixes: { outputs: folder, rawOutputs: join(folder, "raw") },
        secrets: { "db/password": "pa55" },
      },
      store: localStore(),
      logger: testContext().logger,
      append: (part) => told.push(part),
      hide: (secret) => told.push(secret),
      signal: new AbortController().signal,
      executionId: "e",
      attempt: 1,
      workingDirectory: join(folder, "work"),
    });
    expect(context).toMatchObject({
      execution: { project: "", domain: "", name: "e" },
      prefixes: { outputs: folder, rawOutputs: join(folder, "raw") },
    });
    expect(context.secrets.get("db/password")).toBe("pa55");
    expect(() => context.secrets.get("other/key")).toThrow("SECRET_NOT_DECLARED");
    context.deck.append("<b>1</b>");
    context.deck.append({ title: "rows", html: "<i>2</i>" });
    expect(told).toEqual(["pa55", { title: "load", html: "<b>1</b>" }, { title: "rows", html: "<i>2</i>" }]);
    await context.checkpoint.write("saved");
    expect(readFileSync(join(folder, "1", "_dst_cp"), "utf8")).toBe("saved");
    expect(context.newFile("a.txt").startsWith(join(folder, "work"))).toBe(true);
    expect(Object.keys({ ...context })).toEqual(Object.keys({ ...testContext() }));
  });
});
