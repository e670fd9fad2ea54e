import fc from "fast-check";
import { globalOptions } from "../../src/command/global-options.js";
import { registry } from "../../src/program/registry.js";
import { namedIn, shaped } from "./shaped.js";
import { value } from "./values.js";

// Longer than most commands take that end by themselves.
const PATIENT = 800;

const named = namedIn(registry);
const specs = named.map(({ entry }) => entry.spec);

const commands = registry.map((each) => ("spec" in each ? each.spec.name : each.name));
const inner = registry.flatMap((each) => ("spec" in each ? [] : each.commands.map(({ spec }) => spec.name)));
const options = [...specs.flatMap((spec) => Object.keys(spec.options)), ...Object.keys(globalOptions)].map(
  (name) => `--${name}`,
);

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
const wrong: fc.Arbitrary<readonly string[]> = fc
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
  ]);

/** A command line, and after how many milliseconds somebody ends it: some wait for what never comes. */
export interface Line {
  readonly argv: readonly string[];
  readonly endAfter: number;
}

/** Command lines: most of them wrong, or such that their commands get to work. */
export const commandLines: fc.Arbitrary<Line> = fc.record({
  argv: fc.oneof(
    { weight: 6, arbitrary: wrong },
    { weight: 1, arbitrary: fc.constantFrom(...named).chain(shaped) },
  ),
  endAfter: fc.oneof(fc.constant(PATIENT), fc.nat(60)),
});
