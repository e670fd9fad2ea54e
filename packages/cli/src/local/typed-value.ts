import type { RuntimeType } from "@flytekit-ts/core/types";
import type { Cli } from "../command/cli.js";

/** A text that somebody typed for a value. */
export interface TypedText {
  readonly text: string;
  /** As it was written, for what is wrong with it. */
  readonly flag: string;
  readonly cli: Cli;
}

/** The value that a text stands for, as for an input of this type. @throws `INPUTS_INVALID` */
export async function typedValue({ transformer }: RuntimeType, { text }: TypedText): Promise<unknown> {
  if (transformer.words === "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
