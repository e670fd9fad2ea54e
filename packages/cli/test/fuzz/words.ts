import fc from "fast-check";
import { globalOptions } from "../../src/command/global-options.js";
import { registry } from "../../src/program/registry.js";

const specs = registry.flatMap((each) =>
  "spec" in each ? [each.spec] : each.commands.map(({ spec }) => spec),
);
// They wait for what never comes, or start programs of others: what they take is read, and no more.
const ENDLESS = new Set(["serve", "init", "doctor", "build", "backfill", "watch", "wait"]);

const commands = registry.map((each) => ("spec" in each ? each.spec.name : each.name));
const inner = registry.flatMap((each) => ("spec" in each ? [] : each.commands.map(({ spec }) => spec.name)));
const options = [...specs.flatMap((spec) => Object.keys(spec.options)), ...Object.keys(globalOptions)]
  .filter((name) => name !== "watch")
  .map((name) => `--${name}`);

const nasty = [
  "",
  " ",
  "-",
  "--",
  "---",
  "-=",
  "--=",
  "--=x",
  "\0",
  "a\0b",
  "\u001b[2J",
  "\ud800",
  "\udfff--json",
  "__proto__",
  "constructor",
  "--__proto__",
  "--constructor=1",
  "toString",
  "../..",
  "/",
  "/dev/null",
  "file:///etc/passwd",
  "http://localhost:1/x.js",
  "-1",
  "1e999",
  "NaN",
  "🦆",
  "日本語",
  "'",
  '"',
  "$(x)",
  "%s%n",
  "x".repeat(100_000),
  "--".concat("y".repeat(10_000)),
];

/** A word that was mistyped: a letter too many, one too few, two swapped, another case. */
const mistyped = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(word, fc.nat(20), fc.nat(3)).map(([text, at, how]) => {
    const index = at % Math.max(1, text.length);
    if (how === 0) return text.slice(0, index) + text.slice(index + 1);
    if (how === 1) return `${text.slice(0, index)}x${text.slice(index)}`;
    if (how === 2)
      return text.slice(0, index) + (text[index + 1] ?? "") + (text[index] ?? "") + text.slice(index + 2);
    return text.toUpperCase();
  });

const option = fc.constantFrom(...options);
const value = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom("src/workflows.js", "hello", "src", "flyte.config.js", "5", "1d", "a=b", "phase=FAILED"),
);
const word = fc.oneof(
  { weight: 3, arbitrary: value },
  { weight: 3, arbitrary: option },
  { weight: 2, arbitrary: fc.tuple(option, value).map(([name, text]) => `${name}=${text}`) },
  { weight: 1, arbitrary: mistyped(option) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("-h", "-V", "-q", "-v", "-p", "-d", "-qv", "-pq", "-vp", "-n5", "-o"),
  },
);
const command = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...commands) },
  { weight: 1, arbitrary: mistyped(fc.constantFrom(...commands, ...inner)) },
  { weight: 1, arbitrary: value },
);

/** The arguments of a command line, most of them wrong. */
export const commandLines: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.array(word, { maxLength: 1 }),
    command,
    fc.oneof(
      fc.constant([]),
      fc.constantFrom(...inner).map((name) => [name]),
    ),
    fc.array(word, { maxLength: 5 }),
    fc.boolean(),
  )
  .map(([before, name, group, words, isJson]) => [
    ...before,
    name,
    ...group,
    ...words,
    ...(isJson ? ["--json"] : []),
  ])
  .filter((argv) => !argv.some((each) => ENDLESS.has(each)) || argv.includes("--help"));
