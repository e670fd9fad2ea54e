/** What the arguments of a command say. */
export interface CommandOptions {
  /** URI of the message with the inputs. */
  readonly inputs: string;
  /** URI of the folder for outputs, errors and decks. */
  readonly outputPrefix: string;
  /** URI of the folder for files and other large values. */
  readonly rawOutputPrefix: string | undefined;
  readonly checkpoint: string | undefined;
  readonly previousCheckpoint: string | undefined;
  /** Where the code of a dynamic's tasks is: an archive, and the folder that it is unpacked in. */
  readonly fast: { readonly distribution: string; readonly destination: string } | undefined;
  /** Module and export of a resolver; the resolver by module and name if it is undefined. */
  readonly resolver: string | undefined;
  readonly loaderArgs: readonly string[];
  /** Look at the arguments, and run nothing. */
  readonly isTest: boolean;
}

/** A command, by the name of its program. */
export type Program = "tsflyte-execute" | "tsflyte-map-execute";

const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;

const COMMON = {
  inputs: TEXT,
  "output-prefix": TEXT,
  "raw-output-data-prefix": TEXT,
  "checkpoint-path": TEXT,
  "prev-checkpoint": TEXT,
  "dynamic-addl-distro": TEXT,
  "dynamic-dest-dir": TEXT,
  resolver: TEXT,
  test: FLAG,
  help: FLAG,
};

/** The options of a command, in the form of `util.parseArgs`. */
export function optionsOf(program: Program): typeof COMMON & { readonly "max-concurrency"?: typeof TEXT } {
  return program === "tsflyte-map-execute" ? { ...COMMON, "max-concurrency": TEXT } : COMMON;
}

/** How a command is called. */
export function usageOf(program: Program): string {
  return `usage: ${program} --inputs URI --output-prefix URI --raw-output-data-prefix URI [options] -- LOADER_ARGUMENT...

  --inputs URI                   the inputs of the task, as flyteidl.core.LiteralMap
  --output-prefix URI            folder for outputs.pb, error.pb, futures.pb and deck.html
  --raw-output-data-prefix URI   folder for files and other large values
  --checkpoint-path URI          folder for the checkpoint of this attempt
  --prev-checkpoint URI          folder with the checkpoint of the attempt before
  --resolver MODULE#EXPORT       finds the task from the loader arguments; by module and name without it
  --dynamic-addl-distro URI      archive with the code of the tasks that a dynamic calls
  --dynamic-dest-dir DIR         folder that this archive is unpacked in
${program === "tsflyte-map-execute" ? "  --max-concurrency N            taken and not used: each item has a container of its own\n" : ""}  --test                         look at the arguments, and run nothing
  --help                         this text`;
}
