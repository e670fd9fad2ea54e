import type { Split } from "./parse.js";

/**
 * Take the name of a command, and the options before it, from arguments.
 *
 * Most command lines start with a name, or only ask for help: to load a parser takes longer than to read those.
 *
 * @throws a `CommanderError`
 */
export async function split(argv: readonly string[]): Promise<Split> {
  const [first, ...rest] = argv;
  if (first === undefined) return { globals: {}, asksVersion: false, name: undefined, rest };
  if (!first.startsWith("-")) return { globals: {}, asksVersion: false, name: first, rest };
  if (rest.length === 0 && (first === "--help" || first === "-h"))
    return { globals: { help: true }, asksVersion: false, name: undefined, rest };
  return (await import("./parse.js")).splitArguments(argv);
}
