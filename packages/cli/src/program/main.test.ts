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
      ["--json", "--version"],
    ]) {
      const { objects } = await runCli(argv);
      expect(objects).toEqual([{ tsflyte: "0.0.0", idl: expect.any(String), node: process.versions.node }]);
    }
  });

  it.each([["--version"], ["-V"]])("%s prints the versions", async (option) => {
    expect(await runCli([option])).toEqual(await runCli(["version"]));
  });

  it.each([
    [["versoin"], 'there is no command "versoin"', "Did you mean `tsflyte version`?"],
    [["help", "versoin"], 'there is no command "versoin"', "Did you mean `tsflyte version`?"],
    [[""], 'there is no command ""', "`tsflyte --help` shows the commands."],
    [["version", "--jsno"], 'there is no option "--jsno"', "Did you mean `--json`?"],
    [["version", "--no-colour"], 'there is no option "--no-colour"', "Did you mean `--no-color`?"],
    [["version", "--json=1", "--no-json"], "--json takes no value", "Usage: tsflyte version [options]"],
    [
      ["version", "-x"],
      'there is no option "-x"',
      "`tsflyte version --help` shows its arguments and options.",
    ],
    [["--limit", "version"], 'there is no option "--limit"', "come after its name"],
    [
      ["version", "now"],
      "too many arguments: it takes none, and one was given",
      "Usage: tsflyte version [options]",
    ],
    [["version", "--project"], "--project takes a value, and none was given", "--help"],
    [["version", "-p", "--json"], '--project takes a value, and "--json" is an option', "`--project=--json`"],
    [["version", "--", "--json"], "too many arguments: it takes none, and one was given", "--help"],
    [["package.json", "hello"], 'there is no command "package.json"', "`tsflyte run package.json hello`"],
  ])("refuses %j", async (argv, problem, hint) => {
    const { code, stdout, stderr } = await runCli(argv);
    const said = stdout + stderr;
    expect(code).toBe(2);
    expect(said).toContain("USAGE_INVALID");
    expect(said.replaceAll(String.raw`\"`, '"')).toContain(problem);
    expect(said).toContain(hint);
  });

  it("says what is wrong to programs too", async () => {
    const { code, stderr, objects } = await runCli(["versoin", "--json"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(objects).toEqual([
      {
        kind: "error",
        code: "USAGE_INVALID",
        message: 'tsflyte: there is no command "versoin".',
        hint: "Did you mean `tsflyte version`?\n`tsflyte --help` shows the commands.\nUsage: tsflyte COMMAND [options]",
        docs: "https://github.com/flytekit-ts/flytekit-ts/blob/main/docs/errors/USAGE_INVALID.md",
      },
    ]);
  });
});
