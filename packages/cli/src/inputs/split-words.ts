import { closest } from "@flytekit-ts/core/graph";
import type { OptionSpec } from "../command/option-spec.js";
import { errors } from "../errors.js";
import { adviceOnInputs } from "./advice-on-inputs.js";
import type { Asked } from "./input-flags.js";
import { type Spelling, spellingsOf } from "./spellings.js";
import { kindOf } from "./kinds/kind-of.js";

/** Whose words are split, for messages, and the options that may stand among them. */
export interface SplitOptions {
  /** The command line as far as the name of the entity: `tsflyte run flow.ts main`. */
  readonly command: string;
  /** Options of the command itself. An input of the same name comes first. */
  readonly options?: { readonly [name: string]: OptionSpec } | undefined;
}

/** What somebody said of one input: a text, or a boolean by its flag alone. */
export type Said =
  | { readonly flag: string; readonly text: string }
  | { readonly flag: string; readonly is: boolean };

/** The words behind the name of an entity, each where it belongs. */
export interface SplitWords {
  /** What was said of inputs, by their names. Of a flag that is given twice, the last counts. */
  readonly said: ReadonlyMap<string, Said>;
  /** The file of inputs that was named; `-` is standard input. */
  readonly inputsFile: string | undefined;
  /** Whether inputs come from standard input, which `-` alone says. */
  readonly fromStdin: boolean;
  /** Options of the command itself, with their values, as they were written. */
  readonly rest: readonly string[];
}

const INPUTS_FILE = "inputs-file";
/** What kebab spellings leave to the command: an input is called `inputs_file` by its own name only. */
export const RESERVED: readonly string[] = [INPUTS_FILE, "help"];

/**
 * Tell flags of inputs from the options of a command.
 *
 * @throws `USAGE_INVALID` for a flag that is neither, with the nearest, for a missing value and for a word that belongs to no flag.
 */
export function splitWords({ inputs }: Asked, words: readonly string[], split: SplitOptions): SplitWords {
  const options = split.options ?? {};
  const spellings = spellingsOf(inputs, new Set([...RESERVED, ...Object.keys(options)]));
  const said = new Map<string, Said>();
  const rest: string[] = [];
  let inputsFile: string | undefined;
  let fromStdin = false;
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, name = "", , attached] = /^--([^=]+)(=(.*))?$/s.exec(word) ?? [];
    const spelling = spellings.get(name);
    const own = ownOption(word, options);
    if (word === "-") fromStdin = true;
    else if (spelling !== undefined) {
      const isFlag = kindOf(inputs.get(spelling.input)?.transformer ?? NEVER).kind === "boolean";
      const flag = `--${name}`;
      if (!isFlag) said.set(spelling.input, { flag, text: attached ?? valueOf(flag, left, split) });
      else said.set(spelling.input, booleanSaid(flag, spelling, attached));
      if (isFlag && attached === undefined) refuseValue(flag, spelling, { left, split });
    } else if (name === INPUTS_FILE) inputsFile = attached ?? valueOf("--inputs-file", left, split);
    else if (own !== undefined) {
      rest.push(word);
      if (own.takesNext) rest.push(valueOf(word, left, split));
    } else throw unknown(word, { split, spellings, options });
  }
  return { said, inputsFile, fromStdin, rest };
}

const NEVER = { tag: "", words: "", literalType: { type: undefined } } as never;

function booleanSaid(flag: string, { isNegated }: Spelling, attached: string | undefined): Said {
  return attached === undefined || isNegated ? { flag, is: !isNegated } : { flag, text: attached };
}

function valueOf(flag: string, left: string[], { command }: SplitOptions): string {
  const value = left.shift();
  if (value !== undefined) return value;
  throw errors.USAGE_INVALID({
    command,
    problem: `${flag} needs a value`,
    advice: `Write it after the flag: \`${flag} VALUE\`.`,
  });
}

interface Left {
  readonly left: readonly string[];
  readonly split: SplitOptions;
}

// Flags of booleans stand alone, as in flytekit: what follows could be meant for something else.
function refuseValue(flag: string, { isNegated, input }: Spelling, { left: [next], split }: Left): void {
  if (next === undefined || next.startsWith("-")) return;
  throw errors.USAGE_INVALID({
    command: split.command,
    problem: `${JSON.stringify(next)} stands after ${flag}, which is a boolean and takes no value`,
    advice: isNegated
      ? `\`${flag}\` alone means false.`
      : `\`${flag}\` alone means true, and \`--no-${input}\` or \`${flag}=false\` means false.`,
  });
}

/** An option of the command, and whether its value is the next word. */
function ownOption(
  word: string,
  options: NonNullable<SplitOptions["options"]>,
): { readonly takesNext: boolean } | undefined {
  const [, long = "", equals] = /^--([^=]+)(=)?/.exec(word) ?? [];
  if (long !== "") {
    const spec = Object.hasOwn(options, long) ? options[long] : undefined;
    if (spec !== undefined) return { takesNext: spec.kind !== "flag" && equals === undefined };
    const positive = /^no-(.+)$/.exec(long)?.[1];
    const negated =
      positive !== undefined && Object.hasOwn(options, positive) ? options[positive] : undefined;
    return negated?.kind === "flag" && negated.negatable === true ? { takesNext: false } : undefined;
  }
  const [, short = "", more = ""] = /^-([A-Za-z])(.*)$/s.exec(word) ?? [];
  const spec = short === "" ? undefined : Object.values(options).find((each) => each.short === short);
  return spec === undefined ? undefined : { takesNext: spec.kind !== "flag" && more === "" };
}

interface Known {
  readonly split: SplitOptions;
  readonly spellings: ReadonlyMap<string, Spelling>;
  readonly options: { readonly [name: string]: OptionSpec };
}

function unknown(word: string, { split: { command }, spellings, options }: Known): Error {
  const short = word.length > 60 ? `${word.slice(0, 60)}...` : word;
  if (!/^-./s.test(word) || word === "--")
    return errors.USAGE_INVALID({
      command,
      problem: `${JSON.stringify(short)} belongs to no flag`,
      advice: adviceOnInputs(spellings, "--"),
    });
  const name = word.replace(/^-+/, "").replace(/=.*$/s, "");
  const known = [...spellings.keys(), ...Object.keys(options), INPUTS_FILE];
  const near = known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? closest(name, known);
  return errors.USAGE_INVALID({
    command,
    problem: `there is no flag ${/^--?/.exec(word)?.[0] ?? ""}${short.replace(/^-+/, "").replace(/=.*$/s, "")}`,
    advice: near === undefined ? adviceOnInputs(spellings, "--") : `Did you mean \`--${near}\`?`,
  });
}
