import fc from "fast-check";
import type { CommandEntry } from "../../src/command/command.js";
import type { Host } from "../../src/command/host.js";
import type { ArgumentSpec, OptionSpec } from "../../src/command/option-spec.js";
import { findCommand } from "../../src/program/find-command.js";
import { asksForPage } from "../../src/program/asks-for-page.js";
import { parseArguments } from "../../src/program/parse.js";
import { split } from "../../src/program/split.js";
import { registry } from "../../src/program/registry.js";
import { newSession } from "../../src/program/session.js";
import { PLANTED } from "./endings.js";
import { nasty, value } from "./values.js";

/** A command, and how it is called: `execution get`. */
export interface Named {
  readonly words: readonly string[];
  readonly entry: CommandEntry;
}

/** All commands of a registry. */
export function namedIn(all: typeof registry): readonly Named[] {
  return all.flatMap((each) =>
    "spec" in each
      ? [{ words: [each.spec.name], entry: each }]
      : each.commands.map((entry) => ({ words: [each.name, entry.spec.name], entry })),
  );
}

const FILES = [
  "src/workflows.js",
  "src/workflows.js",
  "src/typed.ts",
  "src",
  "src/none.ts",
  "flyte.config.js",
];
const ENTITIES = ["all", "all", "one", "asks", "none", "lab.all"];
const EXECUTIONS = ["f4a1b2c3d4", "flytesnacks/development/f4a1b2c3d4", "flyte://v1/p/d/f4a1/n0/o", "n0"];

// What fits what an argument or an option is called, so that lines get as far as what they are for.
const FITTING: Readonly<Record<string, readonly string[]>> = {
  FILE: FILES,
  MODULE: [...FILES, "src/connectors.js"],
  ENTITY: ENTITIES,
  NAME: ["one", "lab.all", "flytesnacks", "my-run"],
  PATH: ["out.tgz", "out.html", "out.svg", "out", "src/workflows.js", "src"],
  FOLDER: ["out", ".", "src"],
  folder: ["made", "made/deep", "src", "."],
  RUN: ["last", "00000000", "none"],
  ID: EXECUTIONS,
  WHAT: [...EXECUTIONS, "file:///none", "s3://bucket/key"],
  PLAN: ["lab.daily", "all"],
  shell: ["bash", "zsh", "fish"],
  words: ["tsflyte", "run src/workflows.js ", "src/workflows.js"],
  TIME: ["2026-05-01", "now", "now - 1 day"],
  SPAN: ["7 days", "PT5M"],
  DURATION: ["5s", "1 hour"],
  "HOST:PORT": [
    "localhost:1",
    "toString",
    `https://ada:${PLANTED}@localhost:1`,
    `ada:${PLANTED}@localhost/x`,
  ],
  PORT: ["0"],
  ADDRESS: ["localhost:1", "127.0.0.1"],
};

function fitting(name: string): fc.Arbitrary<string> {
  const known = FITTING[name];
  return known === undefined
    ? value
    : fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...known) },
        { weight: 1, arbitrary: value },
        { weight: 1, arbitrary: fc.constantFrom(...nasty) },
      );
}

function argumentWords([name, { kind, choices }]: readonly [string, ArgumentSpec]): fc.Arbitrary<
  readonly string[]
> {
  const one = choices === undefined ? fitting(name) : fc.oneof(fc.constantFrom(...choices), fitting(name));
  if (kind === "optional") return fc.array(one, { maxLength: 1 });
  if (kind === "any-number") return fc.array(one, { maxLength: 2 });
  if (kind === "many") return fc.array(one, { minLength: 1, maxLength: 2 });
  return one.map((word) => [word]);
}

function optionWords([name, spec]: readonly [string, OptionSpec]): fc.Arbitrary<readonly string[]> {
  if (spec.kind === "flag")
    return fc.boolean().map((isNo) => [isNo && spec.negatable === true ? `--no-${name}` : `--${name}`]);
  const words =
    spec.kind === "choice"
      ? fc.oneof(fc.constantFrom(...spec.choices), value)
      : spec.kind === "count"
        ? fc.oneof(fc.nat(9).map(String), value)
        : fitting(spec.placeholder);
  return fc
    .tuple(words, fc.boolean())
    .map(([word, isOne]) => (isOne ? [`--${name}=${word}`] : [`--${name}`, word]));
}

const REST = [
  "--x",
  "5",
  "--x=6",
  "--note",
  "@src",
  "@none",
  "--y",
  "-",
  "--",
  "--no-journal",
  "--wait",
  "--help",
];

/** A line for a command, most of whose words fit what it takes. */
export function shaped({ words, entry: { spec } }: Named): fc.Arbitrary<readonly string[]> {
  const options = Object.entries(spec.options);
  const needed = options.filter(([, each]) => "required" in each && each.required === true);
  const given =
    options.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...options), { maxLength: 3 });
  const lists = (all: readonly fc.Arbitrary<readonly string[]>[]) =>
    fc.tuple(...all).map((each) => each.flat());
  return fc
    .tuple(
      lists(Object.entries(spec.arguments).map(argumentWords)),
      given.chain((some) => lists([...needed, ...some].map(optionWords))),
      spec.takesRest === true ? fc.array(fc.constantFrom(...REST), { maxLength: 3 }) : fc.constant([]),
      fc.constantFrom([], [], ["--json"], ["--verbose"], ["--quiet"], ["--profile", "prod"]),
    )
    .map(([args, opts, rest, globals]) => [...globals, ...words, ...opts, ...args, ...rest]);
}

const stream = { write: () => true };
const NOWHERE: Host = {
  ...{ env: {}, cwd: "/", stdout: stream, stderr: stream, signal: new AbortController().signal },
  stdin: { async *[Symbol.asyncIterator]() {} },
};

/** The command whose action a line calls: that of a line which its parser takes, and which asks for no help. */
export async function calledBy(argv: readonly string[], all = registry): Promise<Named | undefined> {
  const session = newSession(argv, NOWHERE);
  try {
    const { name, rest, asksVersion, globals } = await split(argv);
    if (name === "help" || asksVersion || globals.help === true) return undefined;
    const { entry, rest: words } = await findCommand(name, rest, session);
    if (entry === undefined || (await asksForPage(entry.spec, words))) return undefined;
    if (parseArguments(entry.spec, words).globals.help === true) return undefined;
    return namedIn(all).find((each) => each.entry === entry);
  } catch {
    return undefined;
  }
}
