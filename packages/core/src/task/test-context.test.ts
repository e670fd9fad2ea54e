import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { caught } from "../../test/support/caught.js";
import { testContext } from "./test-context.js";

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

describe("testContext", () => {
  it("makes a context of which all parts work", async () => {
    const context = testContext();
    context.logger.info("a", { b: 1 });
    expect(await context.checkpoint.read()).toBeUndefined();
    context.deck.table([{ a: 1 }]);
    expect(caught(() => context.secrets.get("no/such"))).toMatchObject({ code: "SECRET_NOT_FOUND" });
    expect(existsSync(context.workingDirectory)).toBe(true);
    const { execution, task, prefixes } = context;
    expect({ execution, task }).toEqual({
      execution: { project: "", domain: "", name: "test" },
      task: { project: "", domain: "", name: "test", version: "" },
    });
    expect(prefixes.rawOutputs).toBe(`${prefixes.outputs}/raw`);
    expect(Object.keys(context)).toHaveLength(12);
  });

  it("takes values of secrets, or the secrets of another context", () => {
    const secrets = { "db/password": "a", get: "b" };
    const context = testContext({ secrets });
    expect([context.secrets.get({ group: "db", key: "password" }), context.secrets.get("get")]).toEqual([
      "a",
      "b",
    ]);
    expect(testContext({ secrets: ({ key }) => `${key}!` }).secrets.get("k")).toBe("k!");
    expect(testContext(context).secrets).toBe(context.secrets);
  });

  it("follows another attempt, and reads what that one saved", async () => {
    const first = testContext();
    await first.checkpoint.write("1");
    const second = testContext({ after: first });
    expect([second.attempt, text(await second.checkpoint.read())]).toEqual([1, "1"]);
    const third = testContext({ after: second });
    expect([third.attempt, text(await third.checkpoint.read())]).toEqual([2, "1"]);
    const lone = testContext({ after: testContext(), attempt: 7 });
    expect([lone.attempt, await lone.checkpoint.exists()]).toEqual([7, false]);
  });

  it("makes no folder before one is asked for", () => {
    let asked = 0;
    const given = {
      get workingDirectory() {
        asked += 1;
        return "/tmp/none";
      },
    };
    const context = testContext(given);
    expect(asked).toBe(0);
    expect(context.workingDirectory).toBe("/tmp/none");
  });
});
