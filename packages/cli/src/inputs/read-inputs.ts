import type { InputStream } from "../command/host.js";
import { errors } from "../errors.js";
import type { Signal } from "@flytekit-ts/core/storage";
import { fileInputs, type GivenData } from "./file-inputs.js";
import { type Asked, isRequired } from "./input-flags.js";
import { kindOf } from "./kinds/kind-of.js";
import { typeWords } from "./kinds/type-words.js";
import { type Said, type SplitOptions, splitWords } from "./split-words.js";
import type { Around, Outcome } from "./values/outcome.js";
import { givenValue } from "./values/given-value.js";
import { textValue } from "./values/text-value.js";

/** What inputs are read with. */
export interface ReadOptions extends SplitOptions {
  readonly stdin: InputStream;
  /** The folder that paths start at. */
  readonly cwd: string;
  /** What `now` and `today` mean. */
  readonly now?: Date | undefined;
  readonly signal?: Signal | undefined;
}

/** The inputs of an entity, as they were given on a command line. */
export interface ReadInputs {
  /** Values by the names of inputs, as `runLocal` takes them. Those that were not given are left out: they have defaults. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Options of the command itself, which stood among the inputs. */
  readonly rest: readonly string[];
  /** What somebody should know, such as a field that a record does not have. */
  readonly notes: readonly string[];
}

/**
 * Reads the words behind the name of an entity: flags of inputs, `--inputs-file`, `-` for standard input, and options of the command
 * itself. Flags win over the file.
 *
 * @throws `USAGE_INVALID` for an unknown flag; `INPUTS_INVALID` with all values that are wrong or missing.
 * @example
 * const { values } = await readInputs(entity.interface, ["--x", "5"], { command: "tsflyte run flow.ts main", stdin, cwd });
 */
export async function readInputs(
  asked: Asked,
  words: readonly string[],
  options: ReadOptions,
): Promise<ReadInputs> {
  const split = splitWords(asked, words, options);
  const notes: string[] = [];
  const around: Around = {
    cwd: options.cwd,
    signal: options.signal,
    now: options.now ?? new Date(),
    note: (text) => void (notes.includes(text) || notes.push(text)),
  };
  const inFile = await fileInputs(asked, split, options);
  const values: [string, unknown][] = [];
  const problems: string[] = [];
  for (const [input, type] of asked.inputs) {
    const [said, data] = [split.said.get(input), inFile.get(input)];
    const outcome = await outcomeOf(type, { said, data, around });
    if (outcome === undefined) {
      if (isRequired(type)) problems.push(missing(input, type));
    } else if ("value" in outcome) values.push([input, outcome.value]);
    else problems.push(`${said?.flag ?? `${input} in ${data?.from ?? "the inputs"}`}: ${outcome.problem}`);
  }
  if (problems.length > 0) throw errors.INPUTS_INVALID({ command: options.command, problems });
  return { values: Object.fromEntries(values), rest: split.rest, notes };
}

interface Given {
  readonly said: Said | undefined;
  readonly data: GivenData | undefined;
  readonly around: Around;
}

type Type = Asked["inputs"] extends ReadonlyMap<string, infer T> ? T : never;

async function outcomeOf(
  { transformer, default: fallback }: Type,
  { said, data, around }: Given,
): Promise<Outcome | undefined> {
  if (said !== undefined)
    return "is" in said ? { value: said.is } : textValue(transformer, said.text, around);
  if (data !== undefined) return givenValue(transformer, data.data, around);
  // As in flytekit: a flag that is not there is not on.
  return fallback === undefined && kindOf(transformer).kind === "boolean" ? { value: false } : undefined;
}

function missing(input: string, { transformer }: Type): string {
  const { name, fits } = typeWords(transformer);
  return `--${input} is missing: it takes ${name}; ${fits}`;
}
