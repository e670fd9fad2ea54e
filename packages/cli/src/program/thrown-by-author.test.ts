import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCli } from "../../test/support/run-cli.js";
import { thrownByAuthor } from "./thrown-by-author.js";

const BODIES = fileURLToPath(new URL("../../test/fixtures/bodies.ts", import.meta.url));

describe("what the body of a workflow throws", () => {
  it.each([
    [["inspect", BODIES, "own"], "because its body throws: too far."],
    [["graph", BODIES, "own"], "bodies.ts:7:"],
    [["run", BODIES, "own"], "bodies.ts:7:"],
    [["run", BODIES, "builtIn"], "bodies.ts:11:"],
    [["run", BODIES, "foreign"], "bodies.ts:15:"],
  ])("is no fault of the command: %j", async (argv, said) => {
    const { code, stderr } = await runCli(argv);
    expect(stderr).toContain("[BODY_THREW]");
    expect(stderr).toContain(said);
    expect(code).toBe(2);
  });

  it.each([
    [["inspect", BODIES, "number"], "The body of bodies.number threw 5,"],
    [["graph", BODIES, "number"], "bodies.ts:20:"],
    [["run", BODIES, "number"], "bodies.ts:20:"],
    [["run", BODIES, "nothing"], "The body of bodies.nothing threw undefined,"],
  ])("is no fault of the command either, where it is no error: %j", async (argv, said) => {
    const { code, stderr } = await runCli(argv);
    expect(stderr).toContain("[WORKFLOW_BODY_THREW]");
    expect(stderr).toContain(said);
    expect(code).toBe(1);
  });

  it.each([
    [undefined],
    ["text"],
    [Object.assign(new Error("x"), { stack: "Error: x\n    at node:fs:1:2" })],
  ])("is told by its stack: %s has none of an author's", (thrown) => {
    expect(thrownByAuthor(thrown)).toBeUndefined();
  });
});
