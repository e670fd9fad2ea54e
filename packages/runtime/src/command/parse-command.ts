import { parseArgs } from "node:util";
import { errors } from "../errors.js";
import { type CommandOptions, optionsOf, type Program } from "./options.js";

/** The arguments of a command as options; undefined if they ask for help. @throws `COMMAND_LINE_INVALID` */
export function parseCommand(program: Program, argv: readonly string[]): CommandOptions | undefined {
  const { values, rest } = split(program, argv);
  if (values.has("help")) return undefined;
  const needed = (name: string): string => {
    const value = values.get(name);
    if (value !== undefined) return value;
    throw errors.COMMAND_LINE_INVALID({ program, problem: `the option --${name} is missing` });
  };
  const distribution = values.get("dynamic-addl-distro");
  return {
    inputs: needed("inputs"),
    outputPrefix: withoutSlash(needed("output-prefix")),
    rawOutputPrefix: rendered(values.get("raw-output-data-prefix")),
    checkpoint: rendered(values.get("checkpoint-path")),
    previousCheckpoint: rendered(values.get("prev-checkpoint")),
    fast: (distribution && { distribution, destination: values.get("dynamic-dest-dir") ?? "." }) || undefined,
    resolver: values.get("resolver"),
    loaderArgs: rest,
    isTest: values.has("test"),
  };
}

interface Split {
  /** The last value of each option; an empty text for a flag. */
  readonly values: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

// Not strict: it would refuse values that start with a dash, and its messages are about JavaScript.
function split(program: Program, argv: readonly string[]): Split {
  const options: Readonly<Record<string, { readonly type: string }>> = optionsOf(program);
  const { tokens } = parseArgs({
    args: [...argv],
    options: optionsOf(program),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const values = new Map<string, string>();
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") rest.push(token.value);
    if (token.kind !== "option") continue;
    const type = Object.hasOwn(options, token.name) ? options[token.name]?.type : undefined;
    const problem = problemOf(token, type);
    if (problem !== undefined) throw errors.COMMAND_LINE_INVALID({ program, problem });
    values.set(token.name, token.value ?? "");
  }
  return { values, rest };
}

function problemOf(
  { rawName, value }: { readonly rawName: string; readonly value: string | undefined },
  type: string | undefined,
): string | undefined {
  // `-t` is no short form of `--test`.
  if (type === undefined || !rawName.startsWith("--")) return `there is no option ${rawName}`;
  if (type === "boolean") return value === undefined ? undefined : `the option ${rawName} takes no value`;
  return value === undefined ? `the option ${rawName} needs a value` : undefined;
}

// Flyte fills in templates. What it left alone it has no value for, and for no checkpoint it writes two quotes.
function rendered(value: string | undefined): string | undefined {
  const isAbsent = value === undefined || value === "" || value === '""' || /^\{\{[^}]*\}\}$/.test(value);
  return isAbsent ? undefined : withoutSlash(value);
}

function withoutSlash(uri: string): string {
  return uri.replace(/(?<=[^/])\/+$/, "");
}
