import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startLocal } from "@flytekit-ts/local-exec";
import { describe, expect, it } from "vitest";
import { inner } from "../../../test/support/every-kind.js";
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

  it("makes a page and a picture", async () => {
    const cwd = temporaryFolder();
    for (const [name, words] of [
      ["a.html", "<!doctype html>"],
      ["a.svg", "<svg xmlns"],
    ] as const) {
      const { code } = await runCli(["graph", join(process.cwd(), file), "everyKind", "-o", name], { cwd });
      expect([code, readFileSync(join(cwd, name), "utf8").startsWith(words)]).toEqual([0, true]);
    }
  });

  it.runIf(process.platform === "linux")(
    "says where the page is, if there is no display to open it on",
    async () => {
      const cwd = temporaryFolder();
      const argv = ["graph", join(process.cwd(), file), "everyKind", "-o", "a.html", "--open"];
      const { code, stderr } = await runCli(argv, { cwd });
      expect([code, stderr]).toEqual([
        0,
        expect.stringContaining("a.html yourself: there is no display here."),
      ]);
    },
  );

  it("shows a kept run, with the sources and without, and the latest", async () => {
    const cwd = temporaryFolder({ "flyte.config.mjs": "export default {};", "package.json": "{}" });
    const journal = join(cwd, ".flyte/runs");
    const run = startLocal(inner, { n: 3 }, { journal });
    await run.result;
    const source = join(process.cwd(), file);
    for (const argv of [
      ["--run", run.id],
      ["--run", "last"],
      [source, "inner", "--run", run.id],
    ]) {
      const { objects, stderr } = await runCli(["graph", ...argv, "--json", "--config", "flyte.config.mjs"], {
        cwd,
      });
      expect(stderr).toBe("");
      expect(objects).toMatchObject([
        { name: "shapes.inner", run: { state: "succeeded" }, states: { n1: { state: "succeeded" } } },
      ]);
    }
    const around = { cwd };
    const other = await runCli(
      ["graph", source, "square", "--run", "last", "--config", "flyte.config.mjs"],
      around,
    );
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is of shapes.inner, not of") as unknown,
    });
    const none = await runCli(["graph", "--run", "nothing", "--config", "flyte.config.mjs"], around);
    expect(none.code).not.toBe(0);
  });

  it("prints the model as one object", async () => {
    const { objects, code } = await runCli(["graph", file, "everyKind", "--json"]);
    expect(code).toBe(0);
    expect(objects).toMatchObject([{ kind: "graph", name: "shapes.every", root: "shapes.every" }]);
  });

  it.each([
    [["graph"], "it needs a file"],
    [["graph", file, "--run", "last"], "the name of the entity, too"],
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
