import type { Command, Option } from "commander";

/** How many arguments belong to a command. */
interface Counts {
  readonly most: number;
  /** With so many, an unknown option is the business of what the command runs. None are enough if absent. */
  readonly enough?: number | undefined;
}

/** How much of some words belongs to a command itself. */
export interface Head {
  /** The number of words; those behind them are the business of what the command runs. */
  readonly length: number;
  /** How many arguments are among them. */
  readonly given: number;
}

/**
 * The words of a command up to its last argument, options among them, or up to an option that is not the command's own
 * where there are arguments enough. It also refuses an option whose value was
 * forgotten: the name of another option stands in its place.
 *
 * @throws a `CommanderError`
 */
export function headOf(
  parser: Command,
  words: readonly string[],
  { most, enough = Number.POSITIVE_INFINITY }: Counts,
): Head {
  let given = 0;
  for (let index = 0; index < words.length; index++) {
    if (given === most) return { length: index, given };
    const word = words[index] ?? "";
    if (word === "--") {
      const length = Math.min(words.length, index + 1 + most - given);
      return { length, given: given + length - index - 1 };
    }
    if (!isOption(word)) given++;
    else {
      if (given >= enough && !isOwn(parser, word)) return { length: index, given };
      const option = withValueBehind(parser, word);
      if (option === undefined) continue;
      refuseForgotten(parser, option, words[index + 1]);
      index++;
    }
  }
  return { length: words.length, given };
}

/** Whether a word is an option by its form. A negative number is none, and `-` stands for standard input. */
export function isOption(word: string): boolean {
  return word.startsWith("-") && word !== "-" && !/^-\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(word);
}

/** The option that takes the next word as its value: `--name`, `-n`, or the last of several letters. */
function withValueBehind(parser: Command, word: string): Option | undefined {
  const find = (name: string): Option | undefined => parser.options.find((option) => isCalled(option, name));
  if (word.startsWith("--")) return takesValue(find(word));
  for (const [index, letter] of Array.from(word.slice(1)).entries()) {
    const option = takesValue(find(`-${letter}`));
    if (option !== undefined) return index === word.length - 2 ? option : undefined;
  }
  return undefined;
}

// A cluster of letters is as good as its first one.
function isOwn(parser: Command, word: string): boolean {
  const name = word.startsWith("--") ? word.replace(/=.*$/s, "") : word.slice(0, 2);
  return parser.options.some((option) => isCalled(option, name));
}

const isCalled = ({ long, short }: Option, name: string): boolean => long === name || short === name;

const takesValue = (option: Option | undefined): Option | undefined =>
  option?.required === true ? option : undefined;

function refuseForgotten(parser: Command, option: Option, next: string | undefined): void {
  if (next === undefined || !next.startsWith("--")) return;
  const isKnown = parser.options.some((each) => isCalled(each, next.replace(/=.*$/s, "")));
  if (isKnown) parser.error(`${option.long} ${next}`, { exitCode: 2, code: "tsflyte.optionInsteadOfValue" });
}
