import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../../test/support/run-cli.js";
import { temporaryFolder } from "../../../test/support/temporary-folder.js";

const file = "test/support/every-kind.ts";

describe("tsflyte graph", () => {
  it("prints mermaid, or what --format says", async () => {
    const mermaid = await runCli(["graph", file, "everyKind"]);
    expect(mermaid).toMatchObject({ code: 0, stderr: "" });
    expect(mermaid.stdout).toMatch(/^flowchart TB\n/);
    const dot = await runCli(["graph", file, "everyKind", "--format", "dot", "--direction", "right"]);
    expect(dot.stdout).toMatch(/^digraph "shapes.every" \{\n {2}rankdir=LR/);
  });

  it("writes a file in the format of its ending, and leaves nothing beside it", async () => {
    const cwd = temporaryFolder({ "a/keep": "" });
    const ran = await runCli(["graph", join(process.cwd(), file), "everyKind", "-o", "a/b.gv"], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: "", stderr: "Wrote a/b.gv.\n" });
    expect(readdirSync(join(cwd, "a"))).toEqual(["b.gv", "keep"]);
    expect(readFileSync(join(cwd, "a/b.gv"), "utf8")).toContain("digraph");
  });

  it("prints the model as one object", async () => {
    const { objects, code } = await runCli(["graph", file, "everyKind", "--json"]);
    expect(code).toBe(0);
    expect(objects).toMatchObject([{ kind: "graph", name: "shapes.every", root: "shapes.every" }]);
  });

  it.each([
    [["graph"], "it needs a file"],
    [["graph", file], "exports several workflows"],
    [["graph", file, "evryKind"], "Did you mean everyKind?"],
    [["graph", file, "everyKind", "-o", "x.bmp"], "which is the ending of no format"],
    [["graph", file, "everyKind", "-o", "x"], "has no ending"],
    [["graph", file, "everyKind", "--depth", "many"], "--depth"],
    [["graph", file, "everyKind", "-o", "/proc/none/x.dot"], "its folder does not exist"],
    [["graph", file, "everyKind", "-o", "/proc/x.dot"], "cannot be written"],
  ])("%j is refused: %s", async (argv, words) => {
    const { code, stderr, stdout } = await runCli(argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
  });
});
