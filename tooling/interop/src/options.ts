import { parseArgs } from "node:util";

export interface Options {
  readonly seed: number;
  /** How many values are exchanged each way, at least. */
  readonly runs: number;
}

/** The options of a command line. @throws if it has others, or no numbers for these. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== "--"),
    options: { seed: { type: "string" }, runs: { type: "string" } },
  });
  return {
    seed: numberOf("seed", values.seed ?? String(Math.floor(Math.random() * 2 ** 31))),
    runs: numberOf("runs", values.runs ?? "2000"),
  };
}

function numberOf(name: string, text: string): number {
  if (!/^-?\d{1,10}$/.test(text)) throw new Error(`--${name} takes a whole number.`);
  return Number(text);
}
