import type { ArgumentSpec, ArgumentValue, OptionSpec, OptionValue } from "./option-spec.js";

/** A line that somebody may type, and what it does. */
export interface Example {
  readonly line: string;
  readonly says: string;
}

/**
 * What a command is called and what it takes. It is data: the parser, the help pages, the completions of shells and the
 * tests of the guide all read it, without loading what the command does.
 */
export interface CommandSpec {
  readonly name: string;
  /** One sentence for lists of commands, without a full stop. */
  readonly summary: string;
  /** Paragraphs for the command's own help page. */
  readonly details?: string | undefined;
  readonly arguments: { readonly [name: string]: ArgumentSpec };
  readonly options: { readonly [name: string]: OptionSpec };
  readonly examples: readonly Example[];
  /** Whether what follows the arguments is the command's own business, such as the inputs of what is run. */
  readonly takesRest?: boolean | undefined;
  /** How the help page calls that, such as `INPUTS`. */
  readonly restCalled?: string | undefined;
  /** Exit codes that mean something of their own here, beside those of every command. */
  readonly exitCodes?: { readonly [code: number]: string } | undefined;
  /** The page of the guide, a file of `docs/guide`; by default that of the command line. */
  readonly page?: string | undefined;
}

/** What was given to a command: arguments and options by their names, as in its spec. */
export interface Given<S extends CommandSpec> {
  readonly arguments: { readonly [N in keyof S["arguments"]]: ArgumentValue<S["arguments"][N]> };
  readonly options: { readonly [N in keyof S["options"]]: OptionValue<S["options"][N]> };
  /** What followed the arguments, if the spec takes it. */
  readonly rest: readonly string[];
}

/** Write down a command. Names of options keep their dashes: `given.options["dry-run"]`. */
export function defineCommand<const S extends CommandSpec>(spec: S): S {
  return spec;
}
