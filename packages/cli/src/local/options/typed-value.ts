import type { RuntimeType } from "@flytekit-ts/core/types";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import { textValue } from "../../inputs/values/text-value.js";

/** A text that somebody typed for a value. */
export interface TypedText {
  readonly text: string;
  /** As it was written, for what is wrong with it. */
  readonly flag: string;
  readonly cli: Cli;
}

/** The value that a text stands for, as behind the flag of an input. @throws `INPUTS_INVALID` */
export async function typedValue(
  { transformer }: RuntimeType,
  { text, flag, cli }: TypedText,
): Promise<unknown> {
  const { cwd, signal } = cli.host;
  const note = (said: string): void => cli.out.warn(said);
  const outcome = await textValue(transformer, text, { cwd, signal, now: new Date(), note });
  if ("value" in outcome) return outcome.value;
  throw errors.INPUTS_INVALID({
    command: "tsflyte",
    problems: [`${flag}: ${outcome.problem}`],
    advice: "Give a value that fits.",
  });
}
