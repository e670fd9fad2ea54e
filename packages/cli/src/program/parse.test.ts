import { CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { defineCommand } from "../command/command-spec.js";
import { asksForPage } from "./asks-for-page.js";
import { parseArguments, parseOptions, splitArguments } from "./parse.js";
import { split } from "./split.js";
import { usageProblem } from "./usage-problem.js";

const spec = defineCommand({
  name: "grow",
  summary: "Grow",
  arguments: { PLANT: { says: "What" }, PLACES: { says: "Where", kind: "any-number" } },
  options: {
    water: { kind: "text", short: "w", placeholder: "LITRES", says: "How much" },
    days: { kind: "count", placeholder: "N", least: 1, says: "How long" },
    soil: { kind: "choice", choices: ["sand", "clay"], says: "In what" },
    with: { kind: "many", placeholder: "NAME", says: "With whom" },
    "dry-run": { kind: "flag", short: "n", says: "Only say" },
    shade: { kind: "flag", negatable: true, says: "Whether" },
  },
  examples: [],
});
const rest = {
  ...spec,
  arguments: { FILE: { says: "" }, ENTITY: { says: "", kind: "optional" } },
  takesRest: true,
} as const;
const needing = {
  ...spec,
  options: { by: { kind: "text", placeholder: "WHO", says: "", required: true } },
} as const;

const options = (...argv: readonly string[]) => parseArguments(spec, ["fern", ...argv]).given.options;

describe("parseArguments", () => {
  it("gives what is absent", () => {
    expect(parseArguments(spec, ["fern"])).toEqual({
      given: { arguments: { PLANT: "fern", PLACES: [] }, options: { with: [] }, rest: [] },
      globals: {},
    });
  });

  it.each<[readonly string[], object]>([
    [["--water", "3"], { water: "3" }],
    [["--water=3"], { water: "3" }],
    [["-w", "3"], { water: "3" }],
    [["-w3"], { water: "3" }],
    [["-nw", "3"], { water: "3", "dry-run": true }],
    [["--water=-3"], { water: "-3" }],
    [["--water", "-3"], { water: "-3" }],
    [["--water", "-x"], { water: "-x" }],
    [["--water", "--unknown"], { water: "--unknown" }],
    [["--water=--json"], { water: "--json" }],
    [["--water="], { water: "" }],
    [["--water", ""], { water: "" }],
    [["--water", "a=b"], { water: "a=b" }],
    [["--water", "1", "--water", "2"], { water: "2" }],
    [["--with", "a", "--with", "b,c"], { with: ["a", "b,c"] }],
    [["--days", "7"], { days: 7 }],
    [["--soil", "clay"], { soil: "clay" }],
    [["--shade"], { shade: true }],
    [["--no-shade"], { shade: false }],
    [["--no-shade", "--shade"], { shade: true }],
  ])("reads %j", (argv, wanted) => {
    expect(options(...argv)).toEqual({ with: [], ...wanted });
  });

  it.each([
    [
      ["--", "--json", "-w"],
      ["--json", "-w"],
    ],
    [
      ["-5", "-1.5e3", "-"],
      ["-5", "-1.5e3", "-"],
    ],
    [
      ["", " "],
      ["", " "],
    ],
  ])("takes %j as arguments", (argv, places) => {
    expect(parseArguments(spec, ["fern", ...argv]).given.arguments).toEqual({
      PLANT: "fern",
      PLACES: places,
    });
  });

  it("takes global options among others, and the last of two", () => {
    const { globals } = parseArguments(spec, ["-p", "a", "fern", "--json", "--project=b", "--no-color"]);
    expect(globals).toEqual({ project: "b", json: true, color: false });
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ["f.ts", "e", "--json", "--", "x"],
      ["--json", "--", "x"],
    ],
    [
      ["--json", "f.ts", "--water", "3", "e", "--water", "4"],
      ["--water", "4"],
    ],
    [["--", "f.ts", "e", "-w"], ["-w"]],
    [["--", "f.ts", "--json"], []],
    [["f.ts"], []],
  ])("passes on what follows the arguments of %j", (argv, wanted) => {
    const { given } = parseArguments(rest, argv);
    expect(given.arguments["FILE"]).toBe("f.ts");
    expect(given.rest).toEqual(wanted);
  });

  it.each<[readonly string[], string, string | undefined]>([
    [[], "PLANT is missing", undefined],
    [["a", "--wter", "3"], 'there is no option "--wter"', "Did you mean `--water`?"],
    [["a", "--wtaer=3"], 'there is no option "--wtaer"', "Did you mean `--water`?"],
    [["a", "--x'y"], `there is no option "--x'y"`, undefined],
    [["a", "--dry-run=yes"], "--dry-run takes no value", undefined],
    [["a", "--days", "0"], '--days takes a whole number from 1 on, not "0"', undefined],
    [["a", "--days", "1.5"], '--days takes a whole number from 1 on, not "1.5"', undefined],
    [["a", "--days", "9".repeat(30)], "--days takes a whole number from 1 on", undefined],
    [["a", "--soil", "cly"], '--soil is one of sand, clay, not "cly"', "Did you mean `clay`?"],
    [["a", "--soil", "it's 'odd'"], `--soil is one of sand, clay, not "it's 'odd'"`, undefined],
    [["a", "--water"], "--water takes a value, and none was given", undefined],
    [
      ["a", "--water", "--soil=clay"],
      '--water takes a value, and "--soil=clay" is an option',
      "Write `--water=--soil=clay` if that is the value.",
    ],
  ])("refuses %j", (argv, problem, advice) => {
    const refused = refusal(spec, argv);
    expect(refused.problem).toContain(problem);
    expect(refused.advice).toBe(advice);
  });

  it("refuses what a command cannot do without", () => {
    expect(refusal(needing, ["a"]).problem).toBe("--by is missing");
  });

  it("says where the options of what is run are written", () => {
    expect(refusal(rest, ["--name", "f.ts", "e"]).advice).toBe(
      "The inputs of what is run are options too; they come after ENTITY.",
    );
  });
});

function refusal(of: typeof spec | typeof rest | typeof needing, argv: readonly string[]) {
  try {
    parseArguments(of, argv);
  } catch (error) {
    if (error instanceof CommanderError) return usageProblem(error, of);
    throw error;
  }
  return expect.unreachable();
}

describe("splitArguments", () => {
  it.each<[readonly string[], object]>([
    [["run", "--json"], { globals: {}, name: "run", rest: ["--json"], asksVersion: false }],
    [["-p", "run", "list"], { globals: { project: "run" }, name: "list", rest: [], asksVersion: false }],
    [["--version"], { globals: {}, name: undefined, rest: [], asksVersion: true }],
    [["--", "run"], { globals: {}, name: "run", rest: [], asksVersion: false }],
  ])("splits %j", (argv, wanted) => {
    expect(splitArguments(argv)).toEqual(wanted);
  });

  it.each([
    [[]],
    [["run"]],
    [["run", "--json"]],
    [["run", "--", "-h"]],
    [["-h"]],
    [["--help"]],
    [["-h", "run"]],
    [[""]],
  ])("takes from %j without a parser what a parser takes", async (argv) => {
    expect(await split(argv)).toEqual(splitArguments(argv));
  });
});

describe("parseOptions", () => {
  it("takes from no words what a parser takes", () => {
    const only = { ...spec, arguments: {} };
    expect(parseOptions(spec, [])).toEqual({ options: parseArguments(only, []).given.options, globals: {} });
    expect(parseOptions(spec, ["-n", "--json"])).toEqual({
      options: { ...parseOptions(spec, []).options, "dry-run": true },
      globals: { json: true },
    });
    expect(() => parseOptions(needing, [])).toThrow(CommanderError);
  });
});

describe("asksForPage", () => {
  it.each<[boolean, readonly string[]]>([
    [true, ["--help"]],
    [true, ["--nonsense", "-h"]],
    [false, ["--", "--help"]],
  ])("%s for %j", async (is, argv) => {
    expect(await asksForPage(spec, argv)).toBe(is);
  });

  it.each<[boolean, readonly string[]]>([
    [true, ["--help", "f.ts", "e"]],
    [false, ["f.ts", "--help"]],
    [false, ["f.ts", "e", "--help"]],
  ])("leaves it to a command that knows more: %s for %j", async (is, argv) => {
    expect(await asksForPage(rest, argv)).toBe(is);
  });
});
