import { describe, expect, it } from "vitest";
import { runCli } from "../../test/support/run-cli.js";

describe("main", () => {
  it("runs a command", async () => {
    const { code, stdout } = await runCli(["version"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`node ${process.versions.node}\n`);
  });

  it("gives programs one object a line", async () => {
    for (const argv of [
      ["--json", "version"],
      ["version", "--json"],
    ]) {
      const { objects } = await runCli(argv);
      expect(objects).toEqual([{ tsflyte: "0.0.0", idl: expect.any(String), node: process.versions.node }]);
    }
  });

  it("lists the commands", async () => {
    for (const argv of [[], ["--help"], ["-h"]]) {
      const { code, stdout } = await runCli(argv);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^ {2}version {6}Print/m);
    }
  });

  it.each([
    [["versoin"], 'there is no command "versoin"', "Did you mean `tsflyte version`?"],
    [["version", "--jsno"], "unknown option '--jsno'", "Did you mean --json?"],
    [["version", "now"], "too many arguments", "`tsflyte --help` lists what it takes."],
  ])("refuses %j", async (argv, problem, hint) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("[USAGE_INVALID]");
    expect(stderr).toContain(problem);
    expect(stderr).toContain(hint);
  });
});
