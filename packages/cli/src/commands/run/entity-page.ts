import type { CommandSpec } from "../../command/command-spec.js";
import type { Cli } from "../../command/cli.js";
import type { OptionSpec } from "../../command/option-spec.js";
import { writeHelp } from "../../help/write-help.js";
import { type Asked, flagsOf, type InputFlag } from "../../inputs/input-flags.js";
import { runSpec } from "./spec.js";

/** What a page shows: an entity, and how it is typed. */
export interface ShownEntity {
  /** `tsflyte run src/workflows.ts daily` */
  readonly command: string;
  /** `Workflow garden.daily` */
  readonly words: string;
  readonly asked: Asked;
}

/** The help page of an entity: its inputs, and the options of `tsflyte run`. */
export function entityPage({ host, globals }: Cli, { command, words, asked }: ShownEntity): void {
  const flags = flagsOf(asked);
  const inputs = Object.fromEntries(flags.map((flag) => [nameOf(flag), optionOf(flag)]));
  const own = Object.entries(runSpec.options).filter(([name]) => !Object.hasOwn(inputs, name));
  const others = Object.fromEntries(own.map(([name, option]): [string, OptionSpec] => [name, option]));
  const example = flags.flatMap((flag) => (flag.isRequired ? [`${flag.flags[0] ?? ""} ...`] : [])).join(" ");
  const spec: CommandSpec = {
    name: "run",
    summary: words,
    arguments: {},
    options: {
      ...inputs,
      "inputs-file": {
        kind: "text",
        placeholder: "FILE",
        says: "Inputs by name, as JSON or YAML; `-` reads them from standard input",
        group: INPUTS,
      },
      ...others,
    },
    examples: [{ line: `${command} ${example}`.trim(), says: "Run it" }],
  };
  writeHelp({ host, globals, command, spec }, []);
}

const INPUTS = "Inputs";

const nameOf = ({ flags, input }: InputFlag): string => (flags[0] ?? input).replace(/^--/, "");

function optionOf(flag: InputFlag): OptionSpec {
  const { description, takes, isRequired, takesValue, default: absent, negations } = flag;
  const says = description === undefined || description === "" ? takes : `${description}: ${takes}`;
  if (!takesValue) return { kind: "flag", negatable: negations.length > 0, says, group: INPUTS };
  const placeholder = /^\w{1,12}$/.test(takes) ? takes.toUpperCase() : "VALUE";
  return { kind: "text", placeholder, says, absent, required: isRequired, group: INPUTS };
}
